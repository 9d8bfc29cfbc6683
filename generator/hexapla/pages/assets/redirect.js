// A page at a former address: lead on, with the anchor of the clause, which a refresh alone would lose.
{
  const { state } = document.currentScript.dataset;
  const fragment = [location.hash.slice(1), state].filter(Boolean).join("&");
  location.replace(document.querySelector("link[rel=canonical]").href + (fragment && "#" + fragment));
}
