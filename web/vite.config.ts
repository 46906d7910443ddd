import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

/** Where `npm start` listens; `npm run dev --workspace web` takes its data from there. */
const SERVER = "http://127.0.0.1:4180"

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { host: "127.0.0.1", proxy: { "/api": SERVER } },
})
