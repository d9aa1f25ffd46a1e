#!/usr/bin/python3
"""Prepares the fonts of the hearing desk from Debian's packages.

    apt-get install fonts-noto-cjk fonts-noto-cjk-extra texlive-lang-chinese python3-fonttools
    assets/fonts/prepare.py

It is run once, by hand; the results are committed. What it does, and why:

* paper fonts become TrueType: the PDF writer embeds subsets of TrueType
  outlines, and Fandol and Noto CJK are CFF;
* U+2E80-2FDF (radicals) leave every cmap: they share glyphs with ideographs,
  and a PDF would give 人民 back as radicals;
* a cmap of format 2 is dropped, which the PDF writer cannot read;
* Korean syllables leave, and the bold and title faces keep the characters of
  GB 2312 and 通用规范汉字表: rarer ones fall back to the regular face.
"""
import os
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

NOTO = "/usr/share/fonts/opentype/noto/"
FANDOL = "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/"
HERE = os.path.dirname(os.path.abspath(__file__))

# Characters of 通用规范汉字表 outside GB 2312 and the BMP that names use.
NAMES = "䶮㛃𬱖𫖯𬭚𬭎𣲘𬀩㑇㭎㳇㵐㽏䥽䲟𠙶𡎚𡐓𣗋𣸣𤧛𤩽𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭛𬭤𬭩𬭬𬭭𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"


def face(collection, name):
    for f in TTCollection(NOTO + collection).fonts:
        if f["name"].getDebugName(6).startswith(name):
            return f
    sys.exit(f"no {name} in {collection}")


def common():
    """GB 2312 (every code that decodes) with Latin, signs and names."""
    out = {ord(c) for c in NAMES} | set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | set(range(0x2000, 0x2070))
    for hi in range(0xA1, 0xF8):
        for lo in range(0xA1, 0xFF):
            try:
                out |= {ord(c) for c in bytes([hi, lo]).decode("gb2312")}
            except UnicodeDecodeError:
                pass
    for hi in range(0x81, 0xFF):  # GBK's ideographs hold the rest of the table's BMP part
        for lo in list(range(0x40, 0x7F)) + list(range(0x80, 0xFF)):
            try:
                c = bytes([hi, lo]).decode("gbk")
            except UnicodeDecodeError:
                continue
            if 0x4E00 <= ord(c) <= 0x9FFF and standard(c):
                out.add(ord(c))
    return out | {0x3007, 0x25A1, 0x2611, 0x2610, 0x33A1}


def standard(c):
    # BMP characters outside GB 2312 that 通用规范汉字表 lists in U+9FA6 and on,
    # and the simplified ones that GBK added; the traditional ones are left out.
    return ord(c) >= 0x9FA6


def everything(font):
    return {c for c in font.getBestCmap() if not (0xAC00 <= c <= 0xD7FF or 0x1100 <= c <= 0x11FF or 0xA960 <= c <= 0xA97F)}


def keep(font, wanted):
    o = Options()
    o.layout_features = ["vert"]
    o.name_IDs = ["*"]
    o.notdef_outline = True
    o.glyph_names = False
    o.hinting = False
    o.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "GPOS", "GSUB", "DSIG"]
    s = Subsetter(o)
    s.populate(unicodes={c for c in wanted if not 0x2E80 <= c <= 0x2FDF})
    s.subset(font)
    font["cmap"].tables = [t for t in font["cmap"].tables if t.format in (4, 12)]


def truetype(font):
    glyphs = font.getGlyphSet()
    out = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, 0.8 * font["head"].unitsPerEm / 1000, reverse_direction=True))
        out[name] = pen.glyph()
    order = font.getGlyphOrder()
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = out
    font["loca"] = newTable("loca")
    del font["CFF "]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for k in ("maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
              "maxSizeOfInstructions maxComponentElements maxPoints maxContours maxCompositePoints "
              "maxCompositeContours maxComponentDepth").split():
        setattr(maxp, k, 0)
    maxp.maxZones = 1
    post = font["post"]
    post.formatType = 3.0
    post.extraNames, post.mapping, post.glyphOrder = [], {}, order
    font.sfntVersion = "\x00\x01\x00\x00"
    for name, metrics in font["hmtx"].metrics.items():
        g = glyf[name]
        g.recalcBounds(glyf)
        font["hmtx"][name] = (metrics[0], g.xMin if g.numberOfContours else 0)


def write(font, name):
    font.save(os.path.join(HERE, name))
    print(f"{name}: {os.path.getsize(os.path.join(HERE, name)) / 1e6:.1f} MB, {len(font.getBestCmap())} characters", flush=True)


def main():
    for source, name in (("FandolFang-Regular.otf", "paper-fang.ttf"), ("FandolKai-Regular.otf", "paper-kai.ttf"), ("FandolHei-Regular.otf", "paper-hei.ttf")):
        f = TTFont(FANDOL + source)
        keep(f, everything(f))
        truetype(f)
        write(f, name)
    f = face("NotoSansCJK-Regular.ttc", "NotoSansCJKsc")
    keep(f, everything(f))
    write(f, "window-regular.otf")
    f = face("NotoSansCJK-Medium.ttc", "NotoSansCJKsc")
    keep(f, common())
    write(f, "window-bold.otf")
    f = face("NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc")
    keep(f, common())
    truetype(f)
    write(f, "paper-title.ttf")
    f = face("NotoSerifCJK-Regular.ttc", "NotoSerifCJKsc")
    keep(f, everything(f))
    truetype(f)
    write(f, "paper-rare.ttf")


main()
