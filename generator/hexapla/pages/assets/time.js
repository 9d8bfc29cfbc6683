/* hexapla: pages about time. A day is asked for in the form or in the address; the list itself needs no script. */
(()=>{
"use strict";
function $(s,r){return (r||document).querySelector(s)}
function dec(s){try{return decodeURIComponent(s)}catch(e){return s}}
var DAY=/^\d{4}-\d\d-\d\d$/;
/* at.html#DOCUMENT@DAY and resolve.html#DOCUMENT/VERSION/NUMBER lead on to the document's own page */
function index(list){var asked=dec(location.hash.slice(1)),days=list.dataset.sign==="@",at=days?asked.lastIndexOf("@"):asked.indexOf("/"),name=at<0?asked:asked.slice(0,at),rest=at<0?"":asked.slice(at+1),now=$(".hx-at-now");
 now.textContent="";if(!name||/^hx-/.test(name))return;
 var to=Array.prototype.find.call(list.querySelectorAll("a[data-document]"),a=>a.dataset.document===name);
 if(to)location.replace(to.href+(!rest||days&&!DAY.test(rest)?"":"#"+rest.split("/").map(encodeURIComponent).join("/")));else now.textContent=now.dataset.none.replace("%s",name)}
function today(){var d=new Date();return new Date(d-d.getTimezoneOffset()*6e4).toISOString().slice(0,10)}
function page(list){var form=$(".hx-at-q"),input=$("input",form),now=$(".hx-at-now"),items=Array.from(list.children);
 function show(day){var own=items.filter(li=>!li.dataset.from||li.dataset.from<=day).pop(),p=document.createElement("p"),body=$("div",own).cloneNode(true);
  items.forEach(li=>li.classList.toggle("hx-at-on",li===own));input.value=day;
  p.className="hx-at-d";p.textContent=now.dataset.on.replace("%s",day);now.textContent="";now.append(p,body)}
 function read(){var day=location.hash.slice(1);if(DAY.test(day))show(day);else if(!day)show(today())}
 form.addEventListener("submit",e=>{e.preventDefault();if(!input.value)return;history.replaceState(history.state,"","#"+input.value);show(input.value)});
 addEventListener("hashchange",()=>{if(document.contains(list))read()});read()}
/* who wrote this word: asked on a click, where the switch is on */
function origins(box){var who=$(".hx-age-who",box),on=$("#hx-since",box),body=$(".hx-body"),keys={};
 box.querySelectorAll(".hx-age-key a").forEach(a=>{keys[a.dataset.by]=a.textContent.trim()});
 body.addEventListener("click",e=>{var s=e.target.closest(".hx-by");if(!on.checked||!s)return;
  body.querySelectorAll(".hx-by-on").forEach(x=>x.classList.remove("hx-by-on"));s.classList.add("hx-by-on");
  var t=s.textContent.trim(),rc=s.closest(".hx-rc"),a=document.createElement("a"),name=keys[s.dataset.by];
  if(t.length>40)t=t.slice(0,40)+"…";
  who.textContent=(name?who.dataset.words.replace("%v",()=>name):who.dataset.unknown).replace("%w",()=>t)+" · ";
  a.href=who.dataset.history+"#"+encodeURIComponent(rc.id);a.textContent=who.dataset.link;who.append(a);
  place(who,rc)})}
/* the answer stands where the eye is: below the clause */
function place(who,rc){var text=$(".hx-text",rc);text.after(who);who.classList.add("hx-age-l")}
/* a version that does not hold yet, by the reader's own clock */
function soon(p){if(p.dataset.from>today())p.hidden=false}
function init(){document.querySelectorAll(".hx-over[data-from]").forEach(soon);var age=$(".hx-age");if(age)origins(age);
 var list=$(".hx-at-list"),days=$(".hx-at");
 if(list){index(list);addEventListener("hashchange",()=>{if(document.contains(list))index(list)})}
 if(days)page(days)}
if(document.readyState==="loading")addEventListener("DOMContentLoaded",init);else init();
})();
