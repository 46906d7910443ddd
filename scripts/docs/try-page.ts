const EXAMPLE = `Alexander Lukashenko arrived in Beijing on Sunday. The leader of Belarus is due to meet Xi Jinping on Monday. Beijing has never condemned Moscow for its war in Ukraine.`

/** The page that codes a text in the browser. */
export const tryHtml = `<h1 id="try-it">Try it</h1>
<p>The coder runs in this page. Nothing that you paste leaves it; its data comes from where the page comes from, once.</p>
<form id="try">
<p><label for="text">Text</label><textarea id="text" rows="7">${EXAMPLE}</textarea></p>
<p><label>Published <input type="date" id="published" value="2023-12-03"></label>
<label>Mode <select id="mode"><option value="fast">fast</option><option value="accurate">accurate (loads more)</option></select></label>
<button type="submit">Code it</button></p>
</form>
<p id="state" role="status"></p>
<div class="wide" tabindex="0"><table id="events" hidden><thead><tr><th>who</th><th>what</th><th>to whom</th><th>whether</th><th>when</th><th>from the words</th></tr></thead><tbody></tbody></table></div>
<details><summary>As JSON</summary><pre tabindex="0"><code id="json"></code></pre></details>
<noscript><p>This page needs JavaScript.</p></noscript>`
