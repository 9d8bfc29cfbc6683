/* hexapla: the search itself (search.js, search.css) is loaded when a search begins, not before. */
(function(){
"use strict";
var SRC=document.currentScript.src,asked=false;
function engine(){if(asked)return;asked=true;
 var base=SRC.slice(0,SRC.lastIndexOf("search-box.js")),l=document.createElement("link"),s=document.createElement("script");
 l.rel="stylesheet";l.href=base+"search.css";s.charset="utf-8";s.src=base+"search.js";document.head.append(l);
 l.onload=l.onerror=function(){document.head.append(s)}}
function init(){if(document.querySelector(".hx-finder")||/&q=/.test(location.hash))engine()}
addEventListener("hashchange",init);
addEventListener("focusin",function(e){if(e.target.closest&&e.target.closest(".hx-find"))engine()});
/* before the theme's own keys */
addEventListener("keydown",function(e){if(e.key!=="/"||e.ctrlKey||e.metaKey||e.altKey||/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)||e.target.isContentEditable)return;
 var i=document.querySelector(".hx-finder .hx-q input")||document.querySelector(".hx-find input");
 if(!i)return;if(!i.offsetParent)i=document.querySelector(".hx-find a");if(i){e.preventDefault();e.stopPropagation();i.focus();if(i.select)i.select()}},true);
if(window.document$)window.document$.subscribe(init);else if(document.readyState!=="loading")init();else addEventListener("DOMContentLoaded",init);
})();
