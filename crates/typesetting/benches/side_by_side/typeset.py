"""Typesets one case with typst inside this process and prints what it took: typeset.py FONTS FILE.typ [COUNT]."""

import json
import resource
import sys
import time

import typst

fonts_folder, source, *count = sys.argv[1:]
options = dict(format="pdf", pdf_standards=["a-2a", "ua-1"])
start, busy = time.perf_counter(), time.process_time()
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts_folder])
compiler = typst.Compiler(source, font_paths=fonts)
if count:
    files = [compiler.compile(sys_inputs={"page": str(page)}, **options) for page in range(int(count[0]))]
else:
    files = [compiler.compile(**options)]
wall, cpu = time.perf_counter() - start, time.process_time() - busy
with open(source.replace(".typ", "-typst.pdf"), "wb") as kept:
    kept.write(files[0])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"wall": wall, "cpu": cpu, "peak_kb": peak, "bytes": sum(map(len, files))}))
