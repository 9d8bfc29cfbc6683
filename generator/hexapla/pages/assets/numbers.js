/* hexapla: an old citation asked for on the page of numbers: 第42条@2015, Section 5 (2012). The table answers; it needs no script itself. */
(()=>{
"use strict";
function $(s,r){return (r||document).querySelector(s)}
function el(t,c,x){var e=document.createElement(t);if(c)e.className=c;if(x!=null)e.textContent=x;return e}
function dec(s){try{return decodeURIComponent(s)}catch(e){return s}}
/* a number as it counts, whatever its signs: 第四十二条, 第42条, Art. 42 */
var D="〇一二三四五六七八九",P={"十":10,"百":100,"千":1000,"万":1e4,"萬":1e4};
function value(s){if(/^\d/.test(s))return +s;var t=0,x=0,d=0,p=0,all="";
 Array.from(s).forEach(c=>{if(P[c]){p=1;if(P[c]===1e4){t=(t+x+d)*1e4;x=0}else x+=(d||1)*P[c];d=0}
  else{d=c==="两"||c==="兩"?2:"零○".indexOf(c)>=0?0:D.indexOf(c);all+=d}});return p?t+x+d:+all}
function label(s){return (s.normalize("NFKC").toLowerCase().replace(/[a-z]{2,}/g," ").match(/\d+|[〇零○一二三四五六七八九十百千万萬两兩]+|[a-z]/g)||[]).map(x=>/[a-z]/.test(x)?x:value(x)).join(".")}
function init(){var form=$(".hx-cite-q");if(!form)return;
 var table=$(".hx-conc"),now=$(".hx-cite-now"),input=$("input",form),heads=Array.from(table.querySelectorAll("thead th[data-s]"));
 function meant(at){var own=heads.filter(h=>at===h.dataset.s||at===h.dataset.l||h.dataset.i&&h.dataset.i.startsWith(at));
  if(own.length||!/^\d{4}(-\d\d){0,2}$/.test(at))return own;
  return heads.filter(h=>h.dataset.i&&h.dataset.i<at).slice(-1)}
 function said(td){return td?Array.from(td.querySelectorAll("a[href]")).map(a=>a.textContent):[]}
 function answer(q){now.textContent="";table.querySelectorAll(".hx-hit").forEach(r=>r.classList.remove("hx-hit"));if(!q.trim())return;
  var m=q.trim().match(/^(.{1,80}?)\s*(?:[@＠]\s*(.{1,40})|[(（]\s*([^()（）]{1,40})\s*[)）])$/),at=m&&(m[2]||m[3]),own=at?meant(at.trim()):[];
  var number=own.length?m[1]:q.trim(),want=label(number),first,last=heads.findIndex(h=>h.dataset.s===now.dataset.present);
  heads.forEach((h,i)=>{if(own.length&&own.indexOf(h)<0)return;
   Array.from(table.tBodies[0].rows).forEach(r=>{var a=r.cells[i+1]&&Array.from(r.cells[i+1].querySelectorAll("a[href]")).find(a=>label(a.textContent)===want);if(!a||!want)return;
    var p=el("p"),topic=$("th a[href]",r).cloneNode(true),then=said(r.cells[last+1]);
    p.append(el("span","hx-sig",h.dataset.s)," "+(h.dataset.l||"")+" "+a.textContent+" ",topic);
    p.append(el("span","hx-dim",i===last?"":!then.length?now.dataset.gone:then.join(", ")===a.textContent?now.dataset.same:now.dataset.now.replace("%n",then.join(", "))));
    var again=a.nextElementSibling;if(again&&again.className==="hx-again")p.append(el("span","hx-dim","≠ "+again.title));
    now.append(p);r.classList.add("hx-hit");first=first||r})});
  if(!now.firstChild)now.textContent=now.dataset.none.replace("%n",()=>q.trim())}
 /* #A/第四十二条, as other programs and resolve.html lead here */
 function read(){var m=dec(location.hash.slice(1)).match(/^([^/]+)\/(.+)$/);if(m&&heads.some(h=>h.dataset.s===m[1])){input.value=m[2]+"@"+m[1];answer(input.value)}}
 form.addEventListener("submit",e=>{e.preventDefault();answer(input.value)});input.addEventListener("input",()=>{if(!input.value)answer("")});
 addEventListener("hashchange",()=>{if(document.contains(form))read()});read()}
if(document.readyState==="loading")addEventListener("DOMContentLoaded",init);else init();
})();
