// The progress of an import, told in place; the page is asked for again when something ended.

const told = document.getElementById("avancement");
const [page] = location.href.split(/[?#]/);
const first = document.querySelector("#etat form") !== null;
const PAUSE = 400;

async function follow() {
  try {
    const answer = await fetch(`${page}.json`, { headers: { Accept: "application/json" } });
    const job = await answer.json();
    if (!answer.ok || !["CHECKING", "WRITING"].includes(job.state) || job.stoppable !== first) {
      location.replace(page);
      return;
    }
    const words = job.progress.charAt(0).toUpperCase() + job.progress.slice(1);
    if (told.textContent !== words) told.textContent = words;
  } catch {
    // The server may be starting again: the next question will tell.
  }
  setTimeout(follow, PAUSE);
}

setTimeout(follow, PAUSE);
