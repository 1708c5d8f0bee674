package org.collegium.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** Ways in which a notebook may try to reach an address. Each request would carry {@code escape=} and the name of its way. */
final class Escapes {

    private static final String CODE = """
            import asyncio, js
            from pyodide.ffi import run_sync, to_js
            tried = {}
            def at(way): return "TARGET/my-learning?escape=code-" + way
            def new(kind, *args): return getattr(js, kind).new(*args)
            async def fetch(): return (await js.fetch(at("fetch"))).status
            async def fetch_no_cors():
                return (await js.eval("fetch('" + at("no-cors") + "', {mode: 'no-cors', credentials: 'include'})")).type
            async def fetch_keepalive():
                return (await js.eval("fetch('" + at("keepalive") + "', {method: 'POST', keepalive: true})")).type
            async def xhr():
                request = new("XMLHttpRequest")
                request.open("GET", at("xhr"), False)
                request.send()
                return request.status
            async def xhr_async():
                request = new("XMLHttpRequest")
                request.open("POST", at("xhr-async"), True)
                request.send("x")
                await asyncio.sleep(0.4)
                if request.status == 0: raise RuntimeError("no status")
                return request.status
            async def web_socket():
                line = new("WebSocket", at("socket").replace("http", "ws"))
                await asyncio.sleep(0.4)
                if line.readyState != 1: raise RuntimeError("closed")
                return "open"
            async def event_source():
                line = new("EventSource", at("event-source"))
                await asyncio.sleep(0.4)
                if line.readyState != 1: raise RuntimeError("closed")
                return "open"
            async def web_transport(): return await new("WebTransport", at("transport").replace("http:", "https:")).ready
            async def import_scripts(): return js.importScripts(at("import-scripts"))
            async def dynamic_import(): return await js.eval("import('" + at("import") + "')")
            async def beacon():
                if not js.navigator.sendBeacon(at("beacon"), "x"): raise RuntimeError("refused")
                return "sent"
            async def image():
                picture = new("Image")
                picture.src = at("image")
                await asyncio.sleep(0.2)
                return "made"
            async def font():
                face = new("FontFace", "x", "url(" + at("font") + ")")
                await face.load()
                return "loaded"
            async def form():
                form = js.document.createElement("form")
                form.action = at("form")
                form.submit()
                return "sent"
            async def navigation():
                js.location.replace(at("navigation"))
                return "gone"
            async def location():
                js.self.location.href = at("location")
                await asyncio.sleep(0.2)
                if "escape" in js.self.location.href: return "gone"
                raise RuntimeError("stayed")
            async def window(): return js.window.open(at("window"))
            async def page():
                for path in ("../../../my-learning?escape=page", "/my-learning?escape=page", at("page"), "x?escape=page",
                        "wheels/../../../../my-learning?escape=page", "frame.html/../../../my-learning?escape=page", ".."):
                    js.eval("self.postMessage({kind: 'need', id: 5, path: '" + path + "'})")
                await asyncio.sleep(0.2)
                raise RuntimeError("whether it asked is seen by the server")
            async def worker():
                new("Worker", at("worker"))
                raise RuntimeError("whether it came is seen by the server")
            async def nested_worker():
                source = "fetch('" + at("nested") + "'); importScripts('" + at("nested-import") + "')"
                blob = js.eval("URL.createObjectURL(new Blob([" + repr(source) + "], {type: 'text/javascript'}))")
                new("Worker", blob)
                await asyncio.sleep(0.5)
                raise RuntimeError("whether it came is seen by the server")
            async def cache(): return await (await js.caches.open("x")).add(at("cache"))
            async def service_worker(): return await js.navigator.serviceWorker.register(at("service-worker"))
            async def python_sockets():
                import urllib.request
                return urllib.request.urlopen(at("urllib"), timeout=2).status
            async def pyfetch():
                from pyodide.http import pyfetch
                return (await pyfetch(at("pyfetch"))).status
            async def cookies(): return js.document.cookie
            async def storage(): return js.localStorage.length
            for way in (fetch, fetch_no_cors, fetch_keepalive, xhr, xhr_async, web_socket, event_source, web_transport,
                        import_scripts, dynamic_import, beacon, image, font, form, navigation, location, window, page, worker,
                        nested_worker, cache, service_worker, python_sockets, pyfetch, cookies, storage):
                try:
                    tried[way.__name__] = "REACHED " + str(await asyncio.wait_for(way(), 5))
                except BaseException as problem:
                    tried[way.__name__] = "refused"
            tried["tried_all"] = len(tried)
            tried
            """;

    private static final String OUTPUTS = """
            class Page:
                def __init__(self, html): self.html = html
                def _repr_html_(self): return self.html
            class Drawing:
                def __init__(self, svg): self.svg = svg
                def _repr_svg_(self): return self.svg
            def at(way): return "TARGET/my-learning?escape=output-" + way
            for html in (
                f'<img src="{at("img")}"><img srcset="{at("srcset")} 2x"><picture><source srcset="{at("source")}"></picture>',
                f'<form action="{at("form")}"><input name=a><button>go</button></form><script>document.forms[0].submit()</script>',
                f'<iframe src="{at("iframe")}"></iframe><object data="{at("object")}"></object><embed src="{at("embed")}">',
                f'<link rel=stylesheet href="{at("link")}"><style>@import "{at("style")}"; p {{ background: url({at("url")}) }}</style>',
                f'<p style="background: url({at("inline")})">x</p><table background="{at("background")}"><tr><td>x</table>',
                f'<meta http-equiv=refresh content="0;url={at("refresh")}"><base href="{at("base")}">',
                f'<svg><image href="{at("svg-image")}"/><use href="{at("use")}"/><script href="{at("svg-script")}"/></svg>',
                f'<video src="{at("video")}" poster="{at("poster")}"></video><audio src="{at("audio")}"></audio>',
                f'<img src=x onerror="fetch(`{at("onerror")}`)"><a href="{at("link")}" ping="{at("ping")}">x</a>',
                f'<script>fetch("{at("script")}")</script><script src="{at("script-src")}"></script>',
            ):
                display(Page(html))
            display(Drawing(f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{at("picture")}" width="9" height="9"/>'
                            f'<script>fetch("{at("drawing")}")</script><style>@import "{at("drawing-style")}";</style></svg>'))
            print("shown all")
            """;

    /** As if code had found its way out of its worker into the frame around it. */
    private static final String FRAME = """
            async target => {
                const at = way => `${target}/my-learning?escape=frame-${way}`;
                const add = (name, fields) => document.body.append(Object.assign(document.createElement(name), fields));
                const form = (to, where) => {
                    const made = Object.assign(document.createElement('form'), { action: to, method: 'post', target: where });
                    document.body.append(made);
                    made.submit();
                };
                const ways = {
                    fetch: () => fetch(at('fetch'), { mode: 'no-cors', credentials: 'include' }),
                    xhr: () => { const x = new XMLHttpRequest(); x.open('GET', at('xhr'), false); x.withCredentials = true; x.send(); },
                    socket: () => { new WebSocket(at('socket').replace('http', 'ws')); },
                    source: () => { new EventSource(at('event-source')); },
                    beacon: () => { navigator.sendBeacon(at('beacon'), 'x'); },
                    image: () => { new Image().src = at('image'); },
                    import: () => import(at('import')),
                    script: () => add('script', { src: at('script') }),
                    style: () => add('link', { rel: 'stylesheet', href: at('style') }),
                    frame: () => add('iframe', { src: at('iframe') }),
                    object: () => add('object', { data: at('object') }),
                    video: () => add('video', { src: at('video') }),
                    worker: () => { new Worker(at('worker')); },
                    formSelf: () => form(at('form'), '_self'),
                    formTop: () => form(at('form-top'), '_top'),
                    window: () => { open(at('window')); },
                    top: () => { top.location.href = at('top'); },
                    parent: () => { parent.document.body; },
                    cookie: () => document.cookie,
                    storage: () => localStorage.length,
                };
                const tried = {};
                for (const [name, way] of Object.entries(ways)) {
                    try {
                        await Promise.race([way(), new Promise(done => setTimeout(done, 300))]);
                        tried[name] = 'tried';
                    } catch (problem) {
                        tried[name] = 'refused';
                    }
                }
                await new Promise(done => setTimeout(done, 500));
                return tried;
            }
            """;

    private Escapes() {}

    /** A cell that tries everything that code can; its value tells what came of each. */
    static String fromCode(String target) {
        return CODE.replace("TARGET", target);
    }

    /** A cell that shows what would load, send or lead away if it were shown as it is. */
    static String inOutputs(String target) {
        return OUTPUTS.replace("TARGET", target);
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> fromFrame(Page page, String target) {
        return (Map<String, String>) frame(page).evaluate(FRAME, target);
    }

    /** The frame leaves; returns when it has. */
    static void navigateFrame(Page page, String target) {
        Frame frame = frame(page);
        page.waitForCondition(() -> {
            try {
                frame.evaluate("to => { location.href = to }", target + "/my-learning?escape=frame-navigation");
            } catch (com.microsoft.playwright.PlaywrightException gone) {
                return true;
            }
            return !frame.url().contains("/labs/runtime/");
        });
    }

    private static Frame frame(Page page) {
        List<Frame> frames = page.frames().stream()
                .filter(frame -> frame.url().contains("/labs/runtime/"))
                .toList();
        if (frames.size() != 1) {
            throw new AssertionError("Frames of Python: " + frames);
        }
        return frames.getFirst();
    }
}
