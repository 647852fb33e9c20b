"""What the operating system says when a file or an address cannot be used, in French."""

import errno

_WORDS = {
    errno.ENOENT: "le fichier ou son dossier n'existe pas",
    errno.EACCES: "l'accès est refusé",
    errno.EPERM: "l'accès est refusé",
    errno.EISDIR: "c'est un dossier",
    errno.ENOTDIR: "un fichier porte le nom d'un de ses dossiers",
    errno.EEXIST: "un fichier porte déjà ce nom",
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "le quota du disque est atteint",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENAMETOOLONG: "le nom est trop long",
    errno.EADDRINUSE: "un autre programme l'emploie déjà",
    errno.EADDRNOTAVAIL: "cette machine n'a pas cette adresse",
}


def french(error: OSError) -> str:
    """The reason in a few French words; the system's own code when it has none here."""
    return _WORDS.get(error.errno or 0, f"erreur {error.errno} du système")
