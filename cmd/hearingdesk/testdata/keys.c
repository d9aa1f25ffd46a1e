/* keys presses a key again and again, and prints for each when it was pressed and
 * when the screen showed it, in nanoseconds of the clock of day:
 *
 *	keys X Y WIDTH HEIGHT TIMES
 *
 * The rectangle is a line of a text field that has the keyboard. A letter has come
 * when dots changed that lie further apart than a cursor is wide: what blinks is no
 * letter. Keys are pressed at random distances, so that none waits for the frames
 * of a program in step with it. The field is emptied when the line is full.
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/keysym.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LINE = 36, CURSOR = 5, PATIENCE = 5000 };

static Display *screen;
static int (*fake)(Display *, unsigned, int, unsigned long); /* XTestFakeKeyEvent */
static int x, y, w, h;

static long long now(void) {
	struct timespec t;
	clock_gettime(CLOCK_REALTIME, &t);
	return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void rest(long us) {
	struct timespec t = {us / 1000000, us % 1000000 * 1000};
	nanosleep(&t, NULL);
}

static void key(KeySym k, int down) {
	fake(screen, XKeysymToKeycode(screen, k), down, 0);
	XFlush(screen);
}

static XImage *look(void) {
	return XGetImage(screen, DefaultRootWindow(screen), x, y, w, h, AllPlanes, ZPixmap);
}

/* apart is how far apart the outermost columns are that differ. */
static int apart(XImage *a, XImage *b) {
	int first = w, last = -1;
	for (int row = 0; row < h; row++) {
		unsigned *p = (unsigned *)(a->data + row * a->bytes_per_line), *q = (unsigned *)(b->data + row * b->bytes_per_line);
		for (int i = 0; i < w; i++)
			if (p[i] != q[i]) {
				if (i < first) first = i;
				if (i > last) last = i;
			}
	}
	return last - first;
}

/* await waits until the line differs from what it was; 0 where it does not. */
static long long await(XImage *was) {
	for (int i = 0; i < PATIENCE; i++) {
		XImage *is = look();
		long long at = now();
		int d = apart(was, is);
		XDestroyImage(is);
		if (d > CURSOR) return at;
		rest(300);
	}
	return 0;
}

static void empty(void) {
	XImage *was = look();
	key(XK_Control_L, 1);
	key(XK_a, 1);
	key(XK_a, 0);
	key(XK_Control_L, 0);
	rest(100000);
	key(XK_BackSpace, 1);
	key(XK_BackSpace, 0);
	await(was);
	XDestroyImage(was);
	rest(200000);
}

int main(int argc, char **argv) {
	void *test = dlopen("libXtst.so.6", RTLD_NOW);
	if (argc != 6 || !test || !(screen = XOpenDisplay(NULL))) return 2;
	*(void **)&fake = dlsym(test, "XTestFakeKeyEvent");
	x = atoi(argv[1]), y = atoi(argv[2]), w = atoi(argv[3]), h = atoi(argv[4]);
	empty();
	for (int i = 0; i < atoi(argv[5]); i++) {
		if (i % LINE == LINE - 1) empty();
		rest(30000 + rand() % 50000);
		XImage *was = look();
		long long pressed = now();
		key(XK_m, 1);
		long long shown = await(was);
		key(XK_m, 0);
		XDestroyImage(was);
		if (!shown) return 1;
		printf("%lld %lld\n", pressed, shown);
	}
	return 0;
}
