/**
 * The only script of the client's pages, and only on those with a form: a button that was pressed says so and can't
 * be pressed again. Without it everything works the same, because the server answers the second press as the first.
 */
import { raw } from 'hono/html'

/**
 * These bytes are hashed for the Content-Security-Policy. `pageshow` comes also when a browser brings back the page
 * as it was left, or remembers over a reload that the button was disabled; who stopped the sending can press again after
 * half a minute.
 */
export const busyScript = `const idle=()=>{for(const b of document.querySelectorAll('[data-busy]')){b.textContent=b.dataset.idle||b.textContent;b.disabled=false}};addEventListener('submit',e=>{const b=e.target.querySelector('[data-busy]');if(b){b.dataset.idle=b.textContent;b.textContent=b.dataset.busy;b.disabled=true;setTimeout(idle,3e4)}});addEventListener('pageshow',idle)`

/** Stands once on a page with forms; the page's policy must allow it (`script` in ui/respond.ts). */
export const Busy = () => <script>{raw(busyScript)}</script>
