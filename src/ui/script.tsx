/**
 * The only script of the client's pages: a button that was pressed says so and can't be pressed again, a page can be
 * printed and a text copied by a button. Without it everything works the same: the server answers the second press as the
 * first, and buttons that need it are not shown.
 */
import { raw } from 'hono/html'

/**
 * `pageshow` comes also when a browser brings back the page as it was left, or remembers over a reload that the button was
 * disabled; who stopped the sending can press again after half a minute.
 */
const busy = `const all=s=>document.querySelectorAll(s)
const idle=()=>{for(const b of all('[data-busy]')){b.textContent=b.dataset.idle||b.textContent;b.disabled=false}}
addEventListener('submit',e=>{const b=e.target.querySelector('[data-busy]');if(b){b.dataset.idle=b.textContent;b.textContent=b.dataset.busy;b.disabled=true;setTimeout(idle,3e4)}})
addEventListener('pageshow',idle)`

/** `data-copy`: the id of what is copied; what the button says then is `data-done`. Where it may not be copied, it is selected. */
const buttons = `for(const b of all('[data-print],[data-copy]')){b.hidden=false
const t=document.getElementById(b.dataset.copy),w=b.textContent,say=s=>b.textContent=s
b.onclick=()=>t?navigator.clipboard.writeText(t.innerText).then(()=>{say(b.dataset.done);setTimeout(say,2e3,w)},()=>getSelection().selectAllChildren(t)):print()}`

/** These bytes are hashed for the Content-Security-Policy. */
export const script = `${busy}\n${buttons}`

/** Stands once, at the end of every page. */
export const Script = () => <script>{raw(script)}</script>
