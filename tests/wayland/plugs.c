/* A module of Weston for the tests: screens and a touch screen that are pulled out and plugged in,
 * and fingers on that touch screen. It reads its orders, a line each, from the FIFO that
 * JUOSTA_PLUGS names:
 *
 *     pull HEAD         the cable of this screen comes out
 *     plug HEAD         and goes in again
 *     touch on|off      a touch screen is found, or is gone
 *     down N X Y        finger N comes down; px of the whole picture
 *     move N X Y
 *     up N
 *
 * They go the way that the DRM and libinput backends go: the head's connection status, for which
 * Weston's own front end makes or destroys the output, and the touch of the seat.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <libweston/libweston.h>
#include <weston.h>

/* What libweston exports for its backends, and its public headers leave out */
void weston_head_set_connection_status(struct weston_head *head, bool connected);
int weston_seat_init_touch(struct weston_seat *seat);
void weston_seat_release_touch(struct weston_seat *seat);
struct weston_touch_device *
weston_touch_create_touch_device(struct weston_touch *touch, const char *syspath, void *data,
				 const struct weston_touch_device_ops *ops);
void weston_touch_device_destroy(struct weston_touch_device *device);
void notify_touch_normalized(struct weston_touch_device *device, const struct timespec *time,
			     int touch_id, double x, double y, const void *norm, int touch_type);
void notify_touch_frame(struct weston_touch_device *device);

static struct weston_compositor *compositor;
static struct weston_touch_device *glass;
static struct wl_listener at_end;

static void set_cable(const char *name, bool connected)
{
	struct weston_head *head = NULL;

	while ((head = weston_compositor_iterate_heads(compositor, head)))
		if (strcmp(weston_head_get_name(head), name) == 0)
			weston_head_set_connection_status(head, connected);
}

static void set_touch(bool there)
{
	struct weston_seat *seat;

	seat = wl_container_of(compositor->seat_list.next, seat, link);
	if (there && !glass) {
		weston_seat_init_touch(seat);
		glass = weston_touch_create_touch_device(weston_seat_get_touch(seat),
							 "a touch screen of the tests", NULL, NULL);
	} else if (!there && glass) {
		weston_touch_device_destroy(glass);
		glass = NULL;
		weston_seat_release_touch(seat);
	}
}

static void touch(int type, int finger, double x, double y)
{
	struct timespec now;

	if (!glass)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	notify_touch_normalized(glass, &now, finger, x, y, NULL, type);
	notify_touch_frame(glass);
}

static void obey(const char *line)
{
	char name[64];
	int finger;
	double x = 0, y = 0;

	if (sscanf(line, "pull %63s", name) == 1)
		set_cable(name, false);
	else if (sscanf(line, "plug %63s", name) == 1)
		set_cable(name, true);
	else if (sscanf(line, "touch %63s", name) == 1)
		set_touch(strcmp(name, "on") == 0);
	else if (sscanf(line, "down %d %lf %lf", &finger, &x, &y) == 3)
		touch(WL_TOUCH_DOWN, finger, x, y);
	else if (sscanf(line, "move %d %lf %lf", &finger, &x, &y) == 3)
		touch(WL_TOUCH_MOTION, finger, x, y);
	else if (sscanf(line, "up %d", &finger) == 1)
		touch(WL_TOUCH_UP, finger, 0, 0);
	else
		weston_log("plugs: this is no order: %s\n", line);
}

static int on_orders(int fd, uint32_t mask, void *data)
{
	static char held[4096];
	static size_t length;
	char *line, *end;
	ssize_t got = read(fd, held + length, sizeof held - 1 - length);

	if (got <= 0)
		return 0;
	length += got;
	held[length] = '\0';
	for (line = held; (end = strchr(line, '\n')); line = end + 1) {
		*end = '\0';
		obey(line);
	}
	length = strlen(line);
	memmove(held, line, length);
	return 1;
}

/* A touch that still has its device ends Weston with an assertion */
static void on_end(struct wl_listener *listener, void *data)
{
	set_touch(false);
}

WL_EXPORT int wet_module_init(struct weston_compositor *ec, int *argc, char *argv[])
{
	/* Open for writing as well: else its end would be read whenever no test has it open */
	int fd = open(getenv("JUOSTA_PLUGS"), O_RDWR | O_NONBLOCK | O_CLOEXEC);

	compositor = ec;
	if (fd < 0) {
		weston_log("plugs: %s\n", strerror(errno));
		return -1;
	}
	at_end.notify = on_end;
	wl_signal_add(&ec->destroy_signal, &at_end);
	wl_event_loop_add_fd(wl_display_get_event_loop(ec->wl_display), fd, WL_EVENT_READABLE,
			     on_orders, NULL);
	return 0;
}
