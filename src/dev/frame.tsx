/** The frame that the pages of development share. */
const style = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  body { max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem }
  ul { list-style: none; padding: 0 } li + li { border-top: 1px solid #8884 }
  li a { display: block; padding: .6rem 0; color: inherit; text-decoration: none } li a:hover { text-decoration: underline }
  small { opacity: .75; display: block } dt { font-weight: 600 } dd { margin: 0 0 .5rem; overflow-wrap: anywhere }
  iframe { width: 100%; height: 40rem; border: 1px solid #8886; border-radius: .5rem; background: #fff }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8886; border-radius: .5rem; padding: 1rem }`

export const Frame = ({ title, children }: { title: string; children?: unknown }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <style>{style}</style>
    </head>
    <body>
      <h1>{title}</h1>
      {children}
    </body>
  </html>
)
