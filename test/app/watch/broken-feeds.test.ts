import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { brokenFeeds } from "../../../src/app/watch/broken-feeds.ts"
import { openWatchLog, watchLogOf } from "../../../src/app/watch/watch-log.ts"

const CHECKED = Date.parse("2023-12-03T10:00:00Z")

test("a feed that gave an error last is broken until it is read again", () => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-feeds-"))
  const store = join(folder, "record.duckdb")
  try {
    assert.deepEqual(brokenFeeds(store), [])
    const log = openWatchLog(watchLogOf(store))
    const gone = { url: "https://gone.example/feed", failures: 1, error: "410 Gone", checked: CHECKED }
    const down = { ...gone, url: "https://down.example/feed", failures: 4, error: "503", next: CHECKED + 1 }
    log.put({ feed: gone }, { feed: down }, { feed: { url: "https://well.example/feed", failures: 0 } })
    assert.deepEqual(
      brokenFeeds(store).map(({ url, gone, checked }) => ({ url, gone, checked })),
      [
        { url: "https://down.example/feed", gone: false, checked: "2023-12-03T10:00:00.000Z" },
        { url: "https://gone.example/feed", gone: true, checked: "2023-12-03T10:00:00.000Z" },
      ],
    )
    log.put({ feed: { url: down.url, failures: 0, checked: CHECKED + 2, next: CHECKED + 3 } })
    assert.deepEqual(
      brokenFeeds(store).map(({ url }) => url),
      ["https://gone.example/feed"],
    )
    log.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
