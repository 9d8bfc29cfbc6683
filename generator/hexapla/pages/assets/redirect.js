// A page at a former address: lead on, with the anchor of the clause, which a refresh alone would lose.
location.replace(document.querySelector("link[rel=canonical]").href + location.hash);
