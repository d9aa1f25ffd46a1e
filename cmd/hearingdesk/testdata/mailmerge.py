"""Merges a thousand notices with LibreOffice Writer, for the benchmark.

    mailmerge.py CONNECTION NOTICE.docx FOLDER one|each

The notice is a Word document with @name@ where a name is to stand; FOLDER holds
data/people.csv with the column name, and takes the result. What is printed is
how many seconds the merge alone took.
"""

import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def value(name, v):
    p = PropertyValue()
    p.Name, p.Value = name, v
    return p


def connect(connection):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve("uno:" + connection + ";urp;StarOffice.ComponentContext")
        except Exception:  # it has not started yet
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not start")


def main(connection, notice, folder, how):
    office = connect(connection)
    make = office.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", office)

    bases = make("com.sun.star.sdb.DatabaseContext", office)
    base = bases.createInstance()
    base.URL = "sdbc:flat:" + uno.systemPathToFileUrl(folder + "/data")
    base.Info = (value("Extension", "csv"), value("HeaderLine", True), value("FieldDelimiter", ","), value("CharSet", "UTF-8"))
    base.DatabaseDocument.storeAsURL(uno.systemPathToFileUrl(folder + "/people.odb"), ())
    bases.registerObject("people", base)

    doc = desktop.loadComponentFromURL(uno.systemPathToFileUrl(notice), "_blank", 0, (value("Hidden", True),))
    search = doc.createSearchDescriptor()
    search.SearchString = "@name@"
    found = doc.findAll(search)
    for i in range(found.Count):
        field = doc.createInstance("com.sun.star.text.TextField.Database")
        master = doc.createInstance("com.sun.star.text.fieldmaster.Database")
        master.DataBaseName, master.DataTableName, master.DataColumnName, master.DataCommandType = "people", "people", "name", 0
        field.attachTextFieldMaster(master)
        at = found.getByIndex(i)
        at.Text.insertTextContent(at, field, True)
    template = uno.systemPathToFileUrl(folder + "/notice.odt")
    doc.storeAsURL(template, ())
    doc.close(True)

    merge = make("com.sun.star.text.MailMerge", office)
    merge.DocumentURL, merge.DataSourceName, merge.Command, merge.CommandType = template, "people", "people", 0
    merge.OutputType = 2  # files
    merge.OutputURL = uno.systemPathToFileUrl(folder + "/out")
    merge.FileNamePrefix, merge.SaveAsSingleFile, merge.SaveFilter = "notice", how == "one", "writer_pdf_Export"
    begin = time.monotonic()
    merge.execute(())
    print("%.3f" % (time.monotonic() - begin), flush=True)
    try:
        desktop.terminate()
    except Exception:  # the connection ends with it
        pass


main(*sys.argv[1:])
