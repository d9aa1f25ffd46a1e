/* drop drops a file on a window, as a file manager does (the protocol XDND 5):
 *
 *	drop WINDOW X Y FILE
 *
 * X and Y are on the screen; FILE is a path without characters that an address
 * would have to write in another way. It ends with 0 once the window says that it
 * has taken the file, and with 1 when it refuses, or says nothing for a while.
 */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATIENCE = 30000, VERSION = 5 };

static Display *screen;
static Window from, onto;

static Atom name(const char *s) { return XInternAtom(screen, s, False); }

static void tell(const char *what, long a, long b, long c, long d) {
	XEvent e;
	memset(&e, 0, sizeof e);
	e.xclient.type = ClientMessage;
	e.xclient.window = onto;
	e.xclient.message_type = name(what);
	e.xclient.format = 32;
	e.xclient.data.l[0] = (long)from;
	e.xclient.data.l[1] = a;
	e.xclient.data.l[2] = b;
	e.xclient.data.l[3] = c;
	e.xclient.data.l[4] = d;
	XSendEvent(screen, onto, False, NoEventMask, &e);
	XFlush(screen);
}

/* hand gives the file's address to whoever asks for what is dragged. */
static void hand(XSelectionRequestEvent *r, const char *file) {
	char list[4096];
	XEvent e;
	int n = snprintf(list, sizeof list, "file://%s\r\n", file);
	XChangeProperty(screen, r->requestor, r->property, r->target, 8, PropModeReplace, (unsigned char *)list, n);
	memset(&e, 0, sizeof e);
	e.xselection.type = SelectionNotify;
	e.xselection.requestor = r->requestor;
	e.xselection.selection = r->selection;
	e.xselection.target = r->target;
	e.xselection.property = r->property;
	e.xselection.time = r->time;
	XSendEvent(screen, r->requestor, False, NoEventMask, &e);
	XFlush(screen);
}

/* next waits for an event; 0 is none for a while. */
static int next(XEvent *e) {
	struct pollfd in = {ConnectionNumber(screen), POLLIN, 0};
	while (!XPending(screen))
		if (poll(&in, 1, PATIENCE) <= 0)
			return 0;
	XNextEvent(screen, e);
	return 1;
}

int main(int n, char **args) {
	XEvent e;
	if (n != 5 || !(screen = XOpenDisplay(NULL)))
		return 2;
	onto = strtoul(args[1], NULL, 0);
	from = XCreateSimpleWindow(screen, DefaultRootWindow(screen), 0, 0, 1, 1, 0, 0, 0);
	XSetSelectionOwner(screen, name("XdndSelection"), from, CurrentTime);
	tell("XdndEnter", (long)VERSION << 24, (long)name("text/uri-list"), None, None);
	tell("XdndPosition", 0, atol(args[2]) << 16 | atol(args[3]), CurrentTime, (long)name("XdndActionCopy"));
	while (next(&e)) {
		if (e.type == SelectionRequest)
			hand(&e.xselectionrequest, args[4]);
		if (e.type != ClientMessage)
			continue;
		if (e.xclient.message_type == name("XdndStatus")) {
			if (!(e.xclient.data.l[1] & 1))
				return 1;
			tell("XdndDrop", 0, CurrentTime, 0, 0);
		}
		if (e.xclient.message_type == name("XdndFinished"))
			return !e.xclient.data.l[1]; /* GLFW says how much it read, not yes or no */
	}
	return 1;
}
