/* hexapla: exact search, the same over http and from a disk. What is loaded, and the folding and hashing that must be the same there, is written in the package hexapla.search. */
(()=>{
"use strict";
var SRC=document.currentScript.src,ROOT=SRC.slice(0,SRC.lastIndexOf("assets/hexapla/")),WS=/[\s\x1c-\x1f\x85\ufeff]+/g;
function $(s,r){return (r||document).querySelector(s)}
function el(t,c,x){var e=document.createElement(t);if(c)e.className=c;if(x!=null)e.textContent=x;return e}
function enc(s){return encodeURIComponent(s)}
function dec(s){try{return decodeURIComponent(s)}catch(e){return s}}
function path(s){return ROOT+s.split("/").map(enc).join("/")}
/* data: classic scripts that call back; fetch is forbidden on a disk */
var got={},arrived={};
window.hexaplaData=function(n,v,t,p){arrived[n]={v:v,t:t&&t.slice(1),p:p&&p.slice(1)}};
function load(n){return got[n]=got[n]||new Promise((yes,no)=>{var s=el("script");s.charset="utf-8";s.src=path(n);
 s.onload=()=>{s.remove();yes(arrived[n])};s.onerror=()=>{s.remove();delete got[n];no(n)};document.head.append(s)})}
var S=[],KINDS=[],DOCS=[],known;
function catalogue(){return known=known||load("search/catalogue.js").then(d=>{var t=d.v.pairs;
 for(var i=0;i<t.length;i+=2)S[t.charCodeAt(i)]=t.charCodeAt(i+1);KINDS.push.apply(KINDS,d.v.kinds);DOCS=d.v.documents||DOCS;return d.v})}
/* documents whose title, labels or dates hold all words */
function named(Q){return Q.w.length?DOCS.filter(d=>{var t=fold(d[1]+" "+d[3],Q.o).s;return Q.w.every(w=>t.indexOf(w)>=0)}):[]}
function home(d){return path(d[0])+"/index.html"}
/* folding: unit by unit, so that offsets stay */
var F=new Uint16Array(65536),K=new Uint8Array(65536),SKIP=/[\p{P}\p{Z}\p{S}\p{Cc}\p{Cf}\s]/u,ACC=/^[\p{Script=Latin}\p{Script=Greek}]\p{M}+$/u,SIGNS="’'‘'ʼ'ʹ'′'´'`'‐-đdħhıiłløoŧt";
function f(c){if(!F[c]){var s=String.fromCharCode(c),n=s,d;
 if(c!==10&&(c<0xd800||c>0xdfff)&&(c<0x1c80||c>0x1c8f)&&(c<0xa7c0||c>0xa7ff)){n=s.replace(WS," ").normalize("NFKC").toLowerCase();
  d=n.length===1?SIGNS.indexOf(n):-1;if(d>=0&&d%2<1)n=SIGNS[d+1];d=n.normalize("NFD");if(ACC.test(d))n=d[0]}
 F[c]=n.length===1?n.charCodeAt(0):c}return F[c]}
function skips(c){if(!K[c])K[c]=c!==10&&(c<0xd800||c>0xdfff)&&SKIP.test(String.fromCharCode(c))?1:2;return K[c]===1}
function chars(u){return new TextDecoder("utf-16le",{ignoreBOM:true}).decode(u)}
/* o.s: traditional as simplified; o.p: without punctuation, then p says where each unit stood */
function fold(t,o){var n=t.length,u=new Uint16Array(n),p=o.p&&new Uint32Array(n),j=0,c;
 for(var i=0;i<n;i++){c=f(t.charCodeAt(i));if(o.s)c=S[c]||c;if(p){if(skips(c))continue;p[j]=i}u[j++]=c}
 return {s:chars(u.subarray(0,j)),p:p}}
/* query: words, all of them; "a phrase", a quote inside it doubled; “two words” in the quotes of an input method as well */
function parse(q,o){var w=[],m,re=/"((?:[^"]|"")*)(?:"(?=\s|$)|$)|“([^”\s]*\s[^”]*)”|\S+/g;
 while(m=re.exec(q)){var t=m[1]!=null?m[1].replace(/""/g,'"'):m[2]||m[0];
  t=t.replace(WS," ");if(m[1]==null)t=t.trim();t=fold(t.normalize("NFC"),o).s;if(t.trim()&&w.indexOf(t)<0)w.push(t)}
 return w}
/* numbers of clauses */
var CN="〇零○一二三四五六七八九十百千万萬两兩",DIG={"两":2,"兩":2,"○":0,"零":0},POW={"十":10,"百":100,"千":1000,"万":1e4,"萬":1e4};
function value(s){if(s<"a")return +s;var t=0,x=0,d=0,p=0,all="";
 s.split("").forEach(c=>{var v=DIG[c];if(v==null)v="〇一二三四五六七八九".indexOf(c);all+=v;
  if(!POW[c])d=v;else{p=1;if(POW[c]===1e4){t=(t+x+d)*1e4;x=0}else x+=(d||1)*POW[c];d=0}});return p?t+x+d:+all}
var L=new Map(),PARTS=new RegExp("[0-9]+|["+CN+"]+|[a-z]","g");
function label(s){if(!L.has(s))L.set(s,labelled(s));return L.get(s)}
function labelled(s){return (fold(s,{}).s.replace(/[a-z]{2,}/g," ").match(PARTS)||[]).map(x=>/[a-z]/.test(x)?x:value(x)).join(".")}
function kind(s){return (fold(s,{s:1}).s.match(/[章节编篇部]|chapter|part|title/)||[""])[0]}
var MARK=new RegExp("^(第 ?[0-9"+CN+"]+ ?[条條章节節编編篇部款项項](之[0-9"+CN+"]+)?|(§+|section|sec\\.?|article|art\\.?|clause|chapter|part|title|paragraph|제) ?[0-9]+[a-z]?([.(][0-9a-z]+\\)?)*( ?[조장절항])?(?= |$))");
function bare(s){return fold(s,{s:1}).s.replace(/[ .]/g,"")}
function numberIn(q){var m=fold(q.trim().replace(WS," "),{}).s.match(MARK);if(!m)return null;
 return {n:label(m[0]),as:bare(m[0]),k:kind(m[0]),first:parseInt(label(m[0]),10),rest:q.trim().replace(WS," ").slice(m[0].length)}}
/* 第42条@2015, Section 5 (2012): the number as that version has it; a date of no version means the last one before it */
var AT=/^(.+?) *(?:[@＠]|[(（](?=\d{4})) *([^ )）]+)[)）]?$/;
function meant(v,at){var own=v.filter(y=>y.some(s=>s.startsWith(at)));return own[0]?own:v.filter(y=>y[2]&&y[2]<at).slice(-1)}
/* which shards can hit */
function hash(x){return Math.imul(x,0x9E3779B1)>>>16}
function hashes(w){var h=[],t=fold(w,{s:1}).s,four=0,a,b,i;
 function at(i){return t.charCodeAt(i)}
 for(i=0;i+3<t.length;i++)if(at(i)<128&&at(i+1)<128&&at(i+2)<128&&at(i+3)<128){four=1;h.push(hash((at(i)|at(i+1)<<7|at(i+2)<<14|at(i+3)<<21)^0x5BD1E995))}
 for(i=0;i+1<t.length;i++){a=at(i);b=at(i+1);if(!(four&&a<128&&b<128))h.push(hash(a<<16|b))}
 return h}
function among(cat,sets){/* a shard is wanted if all hashes of one set are in it */
 var all=cat.shards.map((_,i)=>i);
 sets=sets.filter(Boolean);if(eager||!cat.groups.length||sets.some(s=>!s.length))return Promise.resolve(all);
 var parts={};sets.forEach(s=>{s.forEach(h=>{parts[h>>10]=1})});
 return Promise.all(Object.keys(parts).map(p=>{return load("search/pairs-"+p+".js").then(d=>{d.b=d.b||atob(d.v);parts[p]=d.b})})).then(()=>{
  var width=(cat.groups.length+7)>>3,out=[];
  cat.groups.forEach((end,g)=>{
   if(sets.some(s=>{return s.every(h=>parts[h>>10].charCodeAt((h&1023)*width+(g>>3))>>(7-(g&7))&1)}))
    for(var i=g?cat.groups[g-1]:0;i<end;i++)out.push(i)});return out})}
/* a shard: texts, a line each; places: v version, m kinds as bits, a and r spans added and removed */
function shard(n){return load(n).then(d=>{if(!d.o){d.o=[];d.m={};d.T=lines(d.t);
 d.p.split("\n").forEach((line,k)=>{if(line)line.split("\x1e").forEach(x=>{var y=x.split("\t");
  d.o.push({d:d,k:k,v:parseInt(y[0],36),id:y[1],n:y[2]||"",m:parseInt(y[3]||0,36),a:y[4],r:y[5],div:y[6]})})})}return d})}
function lines(t){var a=[0],i=-1;while((i=t.indexOf("\n",i+1))>=0)a.push(i+1);a.push(t.length+1);return a}
function mode(o){return (o.s?"s":"")+(o.p?"p":"")}
function folded(d,o){var m=mode(o),x=d.m[m];if(!x){x=d.m[m]=fold(d.t,o);x.at=lines(x.s)}return x}
var HEADS={};
function scan(d,Q){var o=Q.o,x=folded(d,o),out=[];
 var H=Q.w.map(w=>{var h={},i=0,k=0;while((i=x.s.indexOf(w,i))>=0){while(x.at[k+1]<=i)k++;(h[k]=h[k]||[]).push(i);i+=w.length}return h});
 function inHead(c,w){if(!c.n)return false;var m=mode(o),h=m+"\n"+c.n,n=HEADS[h]=HEADS[h]||fold(c.n,o).s+(o.p?"":" "),a=x.at[c.k];
  return (n+x.s.slice(a,Math.min(a+w.length,x.at[c.k+1]-1))).indexOf(w)>=0}
 function holds(c,w){return w.every(w=>{var j=Q.w.indexOf(w);return j>=0&&H[j][c.k]||inHead(c,w)})}
 function marks(k){var z=[],T=d.T[k];
  Q.w.forEach((w,j)=>{(H[j][k]||[]).forEach(i=>{var e=i+w.length-1;z.push([(x.p?x.p[i]:i)-T,(x.p?x.p[e]:e)+1-T])})});
  return z.sort((a,b)=>a[0]-b[0])}
 var memo={};
 var own=Q.at&&d.v.folder&&meant(d.v.versions,Q.at);
 d.o.forEach(c=>{if(Q.at&&!(own&&own.includes(d.v.versions[c.v])))return;var all=Q.w.length&&holds(c,Q.w),num=Q.n&&label(c.n)===Q.n.n&&!c.div===!Q.n.k&&kind(c.n).indexOf(Q.n.k)>=0&&holds(c,Q.rest);
  if(!all&&!num)return;
  var z=memo[c.k]=memo[c.k]||marks(c.k),p=0;
  if(hit(z,c.a))p=d.v.parallel?4:5;if(hit(z,c.r))p|=6;
  out.push({c:c,z:z,p:p,all:all,num:num?1+(bare(c.n)===Q.n.as):0})});
 return out}
function hit(z,s){if(!s)return false;if(s==="*")return z.length>0;
 var a=s.split(","),e=0,i=0;
 for(var j=0;j<a.length;j+=2){var b=e+parseInt(a[j],36);e=b+parseInt(a[j+1],36);
  while(i<z.length&&z[i][1]<=b)i++;if(i<z.length&&z[i][0]<e)return true}return false}
/* what is not too much is loaded before it is asked for; questions go first */
var EAGER=16<<20,asked=0,early,eager;
function ready(){return early=early||catalogue().then(cat=>{var names=["search/pages.js"].concat(cat.shards),next=0;
 if(cat.size>EAGER||(navigator.connection||{}).saveData)return;
 function more(){if(next<names.length)return Date.now()-asked<200?new Promise(go=>{setTimeout(go,50)}).then(more):
  shard(names[next++]).then(d=>{folded(d,{})},()=>{}).then(more)}
 return Promise.all([more(),more(),more(),more()]).then(()=>{eager=true})})}
/* ask: every hit of every shard that can have one, told as they come */
function ask(q,o,tell,still=()=>true){var found=[];asked=Date.now();
 return catalogue().then(cat=>{
  var at=q.trim().match(AT),n=at&&numberIn(at[1]);if(n)q=at[1];
  var Q={q:q,o:o,w:parse(q,o),n:n||numberIn(q),at:n&&at[2]};Q.rest=Q.n?parse(Q.n.rest,o):[];
  if(!Q.w.length)return tell(found,Q,true);
  function all(ws){return [].concat.apply([],ws.map(hashes))}
  return among(cat,[all(Q.w),Q.n&&Q.n.first<65536&&[hash(0xFFFF0000|Q.n.first)].concat(all(Q.rest))]).then(ids=>{
   var names=["search/pages.js"].concat(ids.map(i=>cat.shards[i])),next=0,left=names.length,lost=[],late;
   function flush(done){late=0;if(still())tell([].concat.apply([],found.filter(Boolean)),Q,done,lost,1-left/names.length)}
   return new Promise(end=>{
    function more(){if(next>=names.length||!still())return;var i=next++;
     shard(names[i]).then(d=>{if(still())found[i||names.length]=scan(d,Q)},n=>{lost.push(n)}).then(()=>{left--;
      if(!left){clearTimeout(late);flush(true);end()}else{late=late||setTimeout(flush,150);more()}})}
    for(var k=0;k<8;k++)more()})})})}
/* what is shown */
var W={};
function say(k,n,m){return (n===1&&W[k+"-one"]||W[k]||k).replace("%n",n).replace("%m",m)}
function cut(c,z,node,room){var t=c.d.t.slice(c.d.T[c.k],c.d.T[c.k+1]-1),a=z.length?Math.max(0,z[0][0]-(room>>2)):0,e=Math.min(t.length,a+room);
 if(e-a<room)a=Math.max(0,e-room);if(a<12)a=0;if(t.length-e<12)e=t.length;
 if(a&&/[\udc00-\udfff]/.test(t[a]))a--;if(/[\ud800-\udbff]/.test(t[e-1]))e--;
 if(a&&/\w/.test(t[a])&&/\w/.test(t[a-1])){var s=t.indexOf(" ",a);if(s>0&&s<(z.length?z[0][0]:e))a=s+1}
 var at=a;if(a)node.append("…");
 z.forEach(m=>{var b=Math.max(m[0],at),g=Math.min(m[1],e);if(g>b){node.append(t.slice(at,b),el("mark","",t.slice(b,g)));at=g}});
 node.append(t.slice(at,e));if(e<t.length)node.append("…");node.lang=c.d.v.language;node.dir="auto";return node}
function flags(o){return mode(o)?"&o="+mode(o):""}
function href(c,Q){var d=c.d.v,w=Q.w[0];
 if(!d.folder)return ROOT+c.id+(/#/.test(c.id)?"":"#")+(w?":~:text="+enc(w).replace(/-/g,"%2D"):"");
 var s=d.versions[c.v][0];return path(d.folder)+"/read-"+enc(s)+".html#"+enc(s+"__"+c.id)+"&q="+enc(Q.q)+flags(Q.o)}
/* places of one wording together; clauses asked for by number first, those that print it so before others */
function groups(items){var by=new Map(),out=[];
 items.forEach(x=>{var k=x.num?x.c:x.c.d.m,g;if(!by.has(k))by.set(k,{});k=by.get(k);g=k[x.c.k];if(!g){g=k[x.c.k]=[];out.push(g)}g.push(x)});
 return out.sort((a,b)=>b[0].num-a[0].num)}
function place(x){var d=x.c.d.v,v=d.versions[x.c.v],a=[];
 if(v[0])a.push(el("span","hx-sig",v[0]));a.push((v[0]?" ":"")+[d.folder?"":v[1],x.c.n].filter(Boolean).join(" · "));if(v[0]&&!x.c.n)a.push(W.unnumbered);return a}
function title(d){return d.folder?d.title:W.pages}
/* the box in the header: a combobox with a list of results */
function box(form){var input=$("input",form),list=$("[role=listbox]",form),now=-1,turn=0,wait;
 function opts(){return list.children}
 function show(on){list.hidden=!on;input.setAttribute("aria-expanded",on);if(!on){turn++;clearTimeout(wait);pick(-1)}}
 function pick(i){if(opts()[now])opts()[now].setAttribute("aria-selected",false);now=i;var o=opts()[i];
  if(o){o.setAttribute("aria-selected",true);o.scrollIntoView({block:"nearest"});input.setAttribute("aria-activedescendant",o.id)}else input.removeAttribute("aria-activedescendant")}
 function page(){return form.action.split(/[?#]/)[0]+"#q="+enc(input.value.trim())}
 function option(u){var a=el("a","hx-opt");a.href=u;a.setAttribute("role","option");a.setAttribute("aria-selected",false);a.tabIndex=-1;a.id="hx-opt-"+opts().length;list.append(a);return a}
 /* closed is closed: what is found after that opens nothing */
 function go(){var q=input.value,mine;if(!q.trim())return show(false);mine=++turn;
  ask(q,{},(items,Q,done)=>{
   if(document.activeElement!==input)return;var keep=now,docs=named(Q);list.textContent="";
   docs.slice(0,3).forEach(d=>{var h=el("span","hx-opt-h"),t=el("b","",d[1]);t.lang=d[2];h.append(t,el("span","hx-dim",W.document));option(home(d)).append(h,el("span","hx-opt-t",d[3]))});
   groups(items).slice(0,7).forEach(g=>{var x=g[0],a=option(href(x.c,Q)),h=el("span","hx-opt-h");
    g.slice(0,4).forEach(y=>{var s=el("span");s.append.apply(s,place(y));h.append(s)});h.append(el("span","hx-dim",title(x.c.d.v)));
    a.append(h,cut(x.c,x.z,el("span","hx-opt-t"),90))});
   if(items.length||!docs.length)option(page()).append(el("span","hx-opt-all",items.length?say(done?"all":"so-far",items.length):W[done?"none":"searching"]));
   show(true);if(keep>=0&&keep<opts().length)pick(keep)},()=>mine===turn&&input.value===q)}
 function typed(e){if(e.isComposing)return;clearTimeout(wait);wait=setTimeout(go,60)}
 input.setAttribute("role","combobox");input.setAttribute("aria-autocomplete","list");input.setAttribute("aria-controls",list.id);input.setAttribute("aria-expanded",false);
 input.addEventListener("input",typed);input.addEventListener("compositionend",typed);
 input.addEventListener("focus",begin);
 input.addEventListener("keydown",e=>{if(e.isComposing||e.keyCode===229)return;var n=opts().length,k=e.key,d=k==="ArrowDown"?1:k==="ArrowUp"?-1:0;
  if(d&&!list.hidden&&n)pick(now<0?(d>0?0:n-1):(now+d+n+1)%(n+1)===n?-1:(now+d+n+1)%(n+1));
  else if(k==="Enter"){e.preventDefault();if(input.value.trim())location.href=now>=0?opts()[now].href:page();show(false)}
  else if(k==="Escape"){if(list.hidden)input.value="";show(false)}else return;
  if(d||k==="Escape")e.preventDefault()});
 list.addEventListener("mousedown",e=>{e.preventDefault()});
 list.addEventListener("click",()=>{setTimeout(()=>{show(false);input.blur()})});
 input.addEventListener("blur",()=>{show(false)});
/* not for who only passes through */
 function begin(){catalogue();setTimeout(()=>{if(document.activeElement===input)ready()},250);if(input.value.trim())go()}
 if(document.activeElement===input)begin()}
/* a reading page opened from a result: mark the words in the clause */
function land(){var a=location.hash.slice(1).split("&"),t=a[0]&&document.getElementById(dec(a[0])),q="",o={};
 a.slice(1).forEach(x=>{if(/^q=/.test(x))q=dec(x.slice(2));if(/^o=/.test(x))o={s:/s/.test(x),p:/p/.test(x)}});
 document.querySelectorAll("mark.hx-hit").forEach(m=>{var p=m.parentNode;m.replaceWith.apply(m,m.childNodes);p.normalize()});
 if(t&&q)(o.s?catalogue():Promise.resolve()).then(()=>{mark(t.closest(".hx-rc")||t,parse(q,o),o)})}
function mark(root,words,o){var nodes=[],s="",at=[],walk=document.createTreeWalker(root,4),n,last;
 while(n=walk.nextNode()){if(n.parentNode.closest(".hx-pin,.hx-vh,.hx-m,.hx-marg,.hx-cutmark,.hx-rest-t,.hx-went,.hx-nonum"))continue;
  var p=n.parentNode.closest("p,h2,h3,h4,h5,h6");if(s&&p!==last&&s.slice(-1)!==" "){s+=" ";at.push(null)}last=p;
  for(var i=0;i<n.data.length;i++){var c=n.data[i];if(f(c.charCodeAt(0))===32){if(!s||s.slice(-1)===" ")continue;c=" "}s+=c;at.push([n,i])}}
 var x=fold(s,o),cover=new Map();
 words.forEach(w=>{var i=0;while((i=x.s.indexOf(w,i))>=0){for(var j=i;j<i+w.length;j++){var k=at[x.p?x.p[j]:j];if(k){if(!cover.has(k[0]))cover.set(k[0],[]);cover.get(k[0])[k[1]]=1}}i+=w.length}});
 cover.forEach((c,n)=>{for(var e=c.length;e>0;){while(e>0&&!c[e-1])e--;var b=e;while(b>0&&c[b-1])b--;
  if(e>b){var r=document.createRange();r.setStart(n,b);r.setEnd(n,e);r.surroundContents(el("mark","hx-hit"))}e=b}})}
function init(){var root=$(".hx-finder"),form=$(".hx-find form"),at=root||form;if(at)W=JSON.parse(at.dataset.search);
 if(form&&!form.dataset.on){form.dataset.on=1;box(form)}
 if(root&&!root.dataset.found){root.dataset.found=1;ready();load("assets/hexapla/search-page.js").then(()=>{own.searching(root,W)})}
 land()}
var own=window.hexaplaSearch={ask,fold,hashes,ready,$,el,enc,dec,mode,KINDS,say,cut,href,groups,place,title,named,home,load,catalogue};
addEventListener("hashchange",land);
/* the page's words may have to come first, in the language that a reader chose */
function begin(){Promise.resolve(window.hexapla&&window.hexapla.turned).then(init)}
if(window.document$)window.document$.subscribe(begin);else if(document.readyState!=="loading")begin();else addEventListener("DOMContentLoaded",begin);
})();
