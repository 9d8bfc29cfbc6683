/* hexapla: the search page, over what search.js finds; only this page loads it. */
(()=>{
"use strict";
var {ask,$,el,enc,dec,mode,KINDS,say,cut,href,groups,place,title,named,home,load,catalogue}=window.hexaplaSearch,E;
/* the search page: its state is its address, behind the #, which no server sees */
window.hexaplaSearch.searching=(root,W)=>{var form=$(".hx-q",root),input=$("input",form),lead=$(".hx-lead",root),side=$(".hx-facets",root),ol=$(".hx-results",root),more=$(".hx-more",root),table=$(".hx-course",root);
 var st,shown,last,wait,turn=0;
 function read(){st={q:"",o:"",p:"",e:"",d:[],v:[],k:[]};
  (location.hash.slice(1)||location.search.slice(1).replace(/\+/g," ")).split("&").forEach(x=>{var m=x.match(/^([qopedvk])=(.*)$/);
   if(m)if(Array.isArray(st[m[1]]))st[m[1]].push(dec(m[2]));else st[m[1]]=dec(m[2])});
  input.value=st.q}
 function save(){var h=[];"qopedvk".split("").forEach(k=>{[].concat(st[k]).forEach(v=>{if(v)h.push(k+"="+enc(v))})});
  history.replaceState(history.state,"",location.pathname+"#"+h.join("&"));run()}
 function o(){return {s:/s/.test(st.o),p:/p/.test(st.o)}}
 function run(){var mine=++turn;shown=30;if(!st.q.trim()){lead.textContent="";last=null;paint();busy(false);return}
  busy(true);ask(st.q,o(),function(items,Q,done,lost,part){last={i:items,Q:Q,done:done,lost:lost||[],part:part};paint();busy(!done)},()=>mine===turn)}
 function busy(on){ol.setAttribute("aria-busy",on)}
 /* which clauses stand in other documents too, where the site knows it */
 function also(x){var v=x.c.d.v,s=E[v.folder],a=s&&s[v.versions[x.c.v][0]];if(a&&!a.has)a=s[v.versions[x.c.v][0]]=new Set(a);return x.c.div?"":a&&a.has(x.c.id)?"also":"only"}
 function vid(x){return x.c.d.v.folder+" "+x.c.d.v.versions[x.c.v][0]}
 var tests={d:x=>!st.d.length||st.d.indexOf(x.c.d.v.folder)>=0,v:x=>!st.v.length||st.v.indexOf(vid(x))>=0,
  e:x=>!st.e||!E||also(x)===st.e,
  p:x=>{return !st.p||x.p&{add:1,del:2,diff:4}[st.p]},k:x=>{return !st.k.length||st.k.some(k=>x.c.m>>KINDS.indexOf(k)&1)}};
 function but(f,items){var fs=Object.keys(tests).filter(k=>k!==f);return items.filter(x=>{return fs.every(k=>tests[k](x))})}
 function tally(items,keys){var n=new Map();items.forEach(x=>{keys(x).forEach(k=>{n.set(k,(n.get(k)||0)+1)})});return n}
 function facet(name,key,rows,radio){if(!rows.length)return;var s=el("fieldset"),id=document.activeElement.id;s.append(el("legend","",name));
  rows.forEach((r,i)=>{var l=el("label"),c=el("input"),t=el("span","",r[1]),n=st[key];c.type=radio?"radio":"checkbox";c.name="hx-"+key;c.id="hx-"+key+i;
   c.checked=radio?n===r[0]:n.indexOf(r[0])>=0;if(r[3])t.lang=r[3];
   c.onchange=()=>{if(radio)st[key]=r[0];else if(key==="o")st.o=c.checked?n+r[0]:n.replace(r[0],"");else if(c.checked)n.push(r[0]);else n.splice(n.indexOf(r[0]),1);
    if(key==="o")save();else{save.f=1;save()}};
   l.append(c," ",t);if(r[2]!=null){l.append(el("span","hx-n",r[2]))}s.append(l);if(c.id===id)setTimeout(()=>{c.focus()})});
  side.lastElementChild.append(s)}
 /* how often what is asked for stands in each version of one document; a version's name chooses it */
 function course(items){table.textContent="";var of=new Set(items.map(x=>x.c.d.v)),d=Array.from(of).find(d=>st.d[0]===d.folder)||(of.size===1&&of.values().next().value);
  if(!d||!d.folder||d.versions.length<2||!last.done||st.d.length>1)return;
  var rows=d.versions.map(v=>({v,n:0,c:0,id:d.folder+" "+v[0]}));
  items.forEach(x=>{if(x.c.d.v===d){rows[x.c.v].n+=x.z.length;rows[x.c.v].c++}});
  var most=Math.max.apply(0,rows.map(r=>r.n)),b=el("tbody"),head=el("tr");
  if(!most)return;
  [W.version,W.times,W.clauses,""].forEach((t,i)=>{var h=el(i<3?"th":"td",i?"hx-n":"",t);if(i<3)h.scope="col";head.append(h)});
  rows.forEach(r=>{var tr=el("tr"),h=el("th"),f=el("button","hx-f"),t=el("td","hx-course-b"),on=st.v.indexOf(r.id)>=0;h.scope="row";f.type="button";f.setAttribute("aria-pressed",on);
   f.append(el("span","hx-sig",r.v[0])," ",r.v[1]===r.v[0]?"":r.v[1]);f.lang=d.language;f.onclick=()=>{st.v=on?[]:[r.id];save()};h.append(f);
   var bar=el("i");bar.style.width=100*r.n/most+"%";t.append(bar);t.setAttribute("aria-hidden",true);
   tr.append(h,el("td","hx-n",r.n),el("td","hx-n",r.c),t);b.append(tr)});
  var cap=el("caption","",W.course+" "),own=el("span","",d.title);own.lang=d.language;cap.append(own);
  table.append(cap,el("thead"),b);table.tHead.append(head)}
 function paint(){var items=last?last.i:[],docs=new Map(),vers=new Map();
  var open=side.firstElementChild?side.firstElementChild.open:matchMedia("(min-width:60em)").matches,fold=el("details");fold.open=open;fold.append(el("summary","",W.filters));
  var old=document.activeElement&&side.contains(document.activeElement)&&document.activeElement.id;
  side.textContent="";side.append(fold);
  items.forEach(x=>{docs.set(x.c.d.v.folder,x.c.d.v);if(x.c.d.v.folder)vers.set(vid(x),[x.c.d.v,x.c.v])});
  var nd=tally(but("d",items),x=>[x.c.d.v.folder]),nv=tally(but("v",items),x=>[vid(x)]);
  facet(W["as-same"],"o",[["s",W.script],["p",W.punct]]);
  if(last){
   var list=Array.from(docs).map(e=>[e[0],title(e[1]),nd.get(e[0])||0,e[1].language]).sort((a,b)=>b[2]-a[2]);
   facet(W.document,"d",list.filter((r,i)=>i<12||st.d.indexOf(r[0])>=0));
   if(docs.size===1||st.d.length)facet(W.version,"v",Array.from(vers).filter(e=>docs.size===1||st.d.indexOf(e[1][0].folder)>=0).map(e=>{var v=e[1][0].versions[e[1][1]];
    return [e[0],v[0]+(v[1]&&v[1]!==v[0]?" · "+v[1]:""),nv.get(e[0])||0,e[1][0].language]}).sort((a,b)=>a[0]<b[0]?-1:1));
   var np=tally(but("p",items),x=>{return ["",x.p&1&&"add",x.p&2&&"del",x.p&4&&"diff"].filter(k=>k!==0)});
   facet(W.place,"p",["","add","del","diff"].filter(k=>!k||np.get(k)||st.p===k).map(k=>[k,W["place-"+(k||"any")],np.get(k)||0]),true);
   if(E){var ne=tally(but("e",items),x=>["",also(x)].slice(0,also(x)?2:1));
    facet(W.shared,"e",["","only","also"].map(k=>[k,W["shared-"+(k||"any")],ne.get(k)||0]),true)}
   var nk=tally(but("k",items),x=>{return KINDS.filter((_,i)=>x.c.m>>i&1)});
   facet(W.kind,"k",KINDS.filter(k=>nk.get(k)||st.k.indexOf(k)>=0).map(k=>[k,W["kind-"+k],nk.get(k)||0]))}
  if(old){old=document.getElementById(old);if(old)old.focus()}
  ol.textContent="";table.textContent="";more.hidden=true;if(!last)return;
  var own=but("",items),gs=groups(own),n=own.length,found=named(last.Q);
  lead.textContent=(own.length?say("found",n,gs.length):last.done&&!found.length?W.none:"")+(last.done?"":" "+say("part",Math.round(100*last.part)))+(last.lost.length?" "+say("lost",last.lost.length):"");
  course(but("v",items));
  found.slice(0,shown).forEach(d=>{var li=el("li"),h=el("p","hx-res-h"),a=el("a","",d[1]);a.href=home(d);a.lang=d[2];h.append(a,el("span","hx-k hx-dim",W.document));li.append(h,el("p","hx-res-t hx-dim",window.hexapla?.say?.(d[3])??d[3]));ol.append(li)});
  gs.slice(0,shown).forEach(g=>{var li=el("li"),h=el("p","hx-res-h"),x=g[0];
   if(docs.size>1||!x.c.d.v.folder){var t=el("span","hx-dim",title(x.c.d.v));t.lang=x.c.d.v.language;h.append(t)}
   g.forEach(y=>{var a=el("a");a.href=href(y.c,last.Q);a.append.apply(a,place(y));a.lang=y.c.d.v.language;a.dir="auto";h.append(a)});
   if(x.num)h.append(el("span","hx-k hx-dim",W["by-number"]));
   var p=0;g.forEach(y=>{p|=y.p});
   [[1,"add"],[2,"del"],[4,"diff"]].forEach(b=>{if(p&b[0]&&(b[0]<4||p===4))h.append(el("span","hx-k hx-k-"+(b[1]==="diff"?"word":b[1]),W["in-"+b[1]]))});
   li.append(h,cut(x.c,x.z,el("p","hx-res-t"),260));ol.append(li)});
  more.hidden=gs.length<=shown;more.textContent=say("more",gs.length-shown)}
 more.onclick=()=>{var n=shown;shown+=100;paint();var f=last?Math.min(named(last.Q).length,shown):0,a=ol.children[n+f]&&$("a",ol.children[n+f]);if(a)a.focus()};
 function typed(e){if(e.isComposing)return;clearTimeout(wait);wait=setTimeout(()=>{if(st.q!==input.value){st.q=input.value;save()}},80)}
 input.addEventListener("input",typed);input.addEventListener("compositionend",typed);
 form.addEventListener("submit",e=>{e.preventDefault();clearTimeout(wait);st.q=input.value;save()});
 addEventListener("hashchange",()=>{if(document.contains(root)){read();run()}});
 catalogue().then(c=>c.elsewhere&&load("search/elsewhere.js")).then(d=>{if(d){E=d.v;paint()}},()=>{});
 read();if(location.search)save();else run();if(!st.q)input.focus()}
})();
