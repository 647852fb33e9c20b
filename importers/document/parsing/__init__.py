"""From the bytes of a document to its text: PDF, DOCX, ODT, plain text."""
