import { createRandom, escaped, type Story } from "./story.ts"

/** What stands around an article on a news page; `others` are stories to point to. */
export interface Surroundings {
  readonly random: () => number
  readonly others: readonly Story[]
}

const pick = <T>({ random }: Surroundings, list: readonly T[]): T => list[Math.floor(random() * list.length)]!
const several = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("\n")

const SECTIONS =
  "World Politics Business Economy Opinion Culture Sport Science Climate Travel Video Podcasts Weather Obituaries".split(
    " ",
  )
const NAMES = [
  "harbourlight",
  "Old Reader",
  "M. Tamm",
  "svetlana_k",
  "TruthSeeker99",
  "Prof. Dr. Unruh",
  "anon",
  "Giorgos",
]

export const menu = (around: Surroundings, classes = "site-nav"): string =>
  `<nav class="${classes}"><ul>${several(14, (index) => `<li><a href="/${SECTIONS[index]!.toLowerCase()}">${SECTIONS[index]}</a><ul class="sub">${several(5, () => `<li><a href="/x">${pick(around, SECTIONS)}, ${pick(around, SECTIONS)}</a></li>`)}</ul></li>`)}</ul></nav>`

/** A teaser of another story: its title and its first paragraph, which reads just like the article. */
const teaser = (story: Story, classes: string): string =>
  `<div class="${classes}"><a href="${story.url}"><img src="/i.jpg" alt=""><h3>${escaped(story.title)}</h3></a><p>${escaped(story.paragraphs[0]!)}</p><span class="time">2 hours ago</span></div>`

export const teasers = (around: Surroundings, count: number, classes = "card teaser"): string =>
  several(count, () => teaser(pick(around, around.others), classes))

export const headlines = (around: Surroundings, count: number, title = "Most read"): string =>
  `<div class="most-read"><h2>${title}</h2><ol>${several(count, () => {
    const story = pick(around, around.others)
    return `<li><a href="${story.url}">${escaped(story.title)}</a></li>`
  })}</ol></div>`

export const related = (around: Surroundings): string =>
  `<div class="related-links inline"><h4>Related</h4><ul>${several(3, () => {
    const story = pick(around, around.others)
    return `<li><a href="${story.url}">${escaped(story.title)}</a></li>`
  })}</ul></div>`

const OPINIONS = [
  "I have followed this for years, and nothing that they announce is ever done, so why should this time be different?",
  "Well written, but you forgot to say who pays for it, who gains by it, and who will be asked about it in the end.",
  "My grandfather, who served there, always said the same thing, and nobody listened to him either, sadly.",
  "This is exactly what happens when governments, of whatever colour, stop talking to each other.",
  "Propaganda, all of it, from the first line to the last, and the comments under it are no better.",
]

export const comments = (around: Surroundings, count = 8): string =>
  `<section id="comments" class="comments-area"><h2>${count} comments</h2>${several(
    count,
    () =>
      `<div class="comment"><div class="comment-author">${pick(around, NAMES)}</div><time datetime="2024-01-0${1 + Math.floor(around.random() * 8)}T10:00:00Z">yesterday</time><p>${pick(around, OPINIONS)} ${pick(around, OPINIONS)}</p><a href="#reply">Reply</a></div>`,
  )}<form action="/comment"><label>Leave a comment</label><textarea name="c"></textarea><input type="submit" value="Post"></form></section>`

export const advertisement = (): string =>
  `<div class="ad-slot ad-mpu" id="div-gpt-ad-1"><span>Advertisement</span><script>googletag.cmd.push(function(){googletag.display("div-gpt-ad-1")})</script></div>`

export const newsletter = (): string =>
  `<div class="newsletter-signup"><h3>The Morning Brief</h3><p>Sign up for our newsletter: the stories that matter, explained, in your inbox every weekday, for free.</p><form><input type="email" placeholder="Your e-mail"><button>Sign up</button></form><p class="small">By signing up you agree to our terms, and you confirm that you have read our privacy policy.</p></div>`

export const cookieBanner = (): string =>
  `<div id="cookie-consent" class="cookie-banner" role="dialog" aria-label="Cookies"><h2>We value your privacy</h2><p>We and our 842 partners store and/or access information on a device, such as cookies, and process personal data, such as unique identifiers, for personalised ads and content, measurement, audience research and services development. With your permission we and our partners may use precise geolocation data.</p><button>Accept all</button><button>Manage options</button></div>`

export const share = (): string =>
  `<ul class="share-tools">${["Facebook", "X", "WhatsApp", "E-mail"].map((name) => `<li><a href="https://${name.toLowerCase()}.example/s">Share on ${name}</a></li>`).join("")}</ul>`

export const figure = (around: Surroundings): string =>
  `<figure class="image"><img src="/p.jpg" alt="A photograph"><figcaption>${pick(around, NAMES)} at an earlier meeting, in 2011. <span class="credit">Photograph: Agency/Archive</span></figcaption></figure>`

export const footer = (around: Surroundings): string =>
  `<footer class="site-footer"><div>${several(4, () => `<ul>${several(8, () => `<li><a href="/f">${pick(around, SECTIONS)}</a></li>`)}</ul>`)}</div><p>© 2024 The publisher, its licensors and contributors. All rights reserved. No part of this site may be reproduced, stored or transmitted without our written permission.</p></footer>`

/** Scripts and styles, of which most of a news page consists. */
export function ballast(kilobytes: number, seed: number): string {
  const random = createRandom(seed)
  const lines: string[] = []
  for (let length = 0; length < kilobytes * 1000; length += 100)
    lines.push(
      `window.__q.push({"id":${Math.floor(random() * 1e9)},"html":"<div class=\\"x\\"><p>not text</p></div>","u":"https://cdn.example/a.js?b=c&d=e"});if(a<b&&c>d){e()}`,
    )
  const half = lines.length / 2
  return `<style>${".css-1a2b{display:flex}.css-3c4d>p{margin:0 0 1em}\n".repeat(kilobytes * 2)}</style><script>${lines.slice(0, half).join("\n")}</script><svg viewBox="0 0 9 9"><path d="M0 0L9 9"/><text>icon</text></svg><script>${lines.slice(half).join("\n")}</script>`
}
