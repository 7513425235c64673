/*
 * A disk that fails on demand, for the tests of `tests/proof`: loaded before libc into the real program, it counts every
 * call that changes a file under one folder (write, sync, truncate, create, rename, remove, make a folder) and makes one of
 * them fail, tear, end the process or cut the power. SQLite's calls and the program's own pass here alike.
 *
 * FAULT_UNDER  the folder, absolute
 * FAULT        `kind:n`, what happens at the n-th call:
 *                eio, enospc   it fails once
 *                full          from then on nothing that needs room succeeds
 *                short         a write takes half of its bytes, which is allowed; any other call succeeds
 *                before, after the process is killed just before or just after it
 *                torn          a write takes half of its bytes, then the process is killed
 *                power         the process is killed after it, and what was not synced is lost: of each sector either the
 *                              old or the new bytes stay, and names made, changed or removed last are as they were
 *              `unread:n` makes the n-th reading call fail instead
 * FAULT_SEED   chooses among what a power cut may leave
 * FAULT_SPARE  a folder on the same disk for what a power cut brings back
 * FAULT_COUNT  a file with four numbers of 64 bits: changing calls, reading calls, whether the fault happened, spare
 * FAULT_CLOCK  seconds since 1970 that the clock shows all the time, so that two runs write the same bytes
 *
 * Not here: memory-mapped files and calls of the kernel that go around libc. The archive uses neither.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

enum kind { NOTHING, EIO_ONCE, ENOSPC_ONCE, FULL, SHORT, BEFORE, AFTER, TORN, POWER, UNREAD };
static const char *const KINDS[] = {"none", "eio", "enospc", "full", "short", "before", "after", "torn", "power", "unread"};

static enum kind kind;
static uint64_t at;
static const char *under, *spare;
static size_t under_length;
static uint64_t dice = 88172645463325252ull;
static time_t clock_seconds;
static struct { uint64_t changes, reads, happened, unused; } unshared, *shared = &unshared;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;

#define DESCRIPTORS 4096
static char *paths[DESCRIPTORS];

#define REAL(result, name, ...) \
	typedef result (*name##_call)(__VA_ARGS__); \
	static name##_call real_##name
REAL(int, open64, const char *, int, ...);
REAL(int, close, int);
REAL(ssize_t, write, int, const void *, size_t);
REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
REAL(ssize_t, read, int, void *, size_t);
REAL(ssize_t, pread64, int, void *, size_t, off64_t);
REAL(int, fsync, int);
REAL(int, ftruncate64, int, off64_t);
REAL(int, rename, const char *, const char *);
REAL(int, unlink, const char *);
REAL(int, mkdir, const char *, mode_t);
REAL(int, rmdir, const char *);
REAL(int, clock_gettime, clockid_t, struct timespec *);

static void begin(void)
{
#define FIND(name) real_##name = (name##_call)dlsym(RTLD_NEXT, #name)
	FIND(open64); FIND(close); FIND(write); FIND(pwrite64); FIND(read); FIND(pread64); FIND(fsync);
	FIND(ftruncate64); FIND(rename); FIND(unlink); FIND(mkdir); FIND(rmdir); FIND(clock_gettime);
	under = getenv("FAULT_UNDER");
	under_length = under ? strlen(under) : 0;
	spare = getenv("FAULT_SPARE");
	const char *text = getenv("FAULT_CLOCK");
	clock_seconds = text ? atoll(text) : 0;
	text = getenv("FAULT_SEED");
	dice ^= (text ? strtoull(text, NULL, 10) : 0) * 0x9e3779b97f4a7c15ull;
	text = getenv("FAULT");
	const char *colon = text ? strchr(text, ':') : NULL;
	for (int i = 0; colon && i < (int)(sizeof KINDS / sizeof *KINDS); i++)
		if (strlen(KINDS[i]) == (size_t)(colon - text) && !strncmp(KINDS[i], text, colon - text))
			kind = i, at = strtoull(colon + 1, NULL, 10);
	text = getenv("FAULT_COUNT");
	int fd = text ? real_open64(text, O_RDWR | O_CLOEXEC) : -1;
	if (fd >= 0) {
		void *place = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
		if (place != MAP_FAILED)
			shared = place;
		real_close(fd);
	}
}

static void enter(void)
{
	pthread_once(&once, begin);
	pthread_mutex_lock(&lock);
}

static int leave(int result)
{
	int error = errno;
	pthread_mutex_unlock(&lock);
	errno = error;
	return result;
}

static int ours(const char *path)
{
	return under && path && !strncmp(path, under, under_length)
		&& (path[under_length] == '/' || path[under_length] == '\0');
}

static const char *tracked(int fd)
{
	return fd >= 0 && fd < DESCRIPTORS ? paths[fd] : NULL;
}

static uint64_t roll(void)
{
	dice ^= dice << 13;
	dice ^= dice >> 7;
	dice ^= dice << 17;
	return dice >> 11;
}

static void die(void)
{
	kill(getpid(), SIGKILL);
	for (;;)
		pause();
}

/* What would be lost without power. */

#define SECTOR 512
struct sector { struct sector *next; off64_t index; size_t known; unsigned char bytes[SECTOR]; };
struct unsynced { struct unsynced *next; dev_t device; ino_t inode; int fd; off64_t size; struct sector *table[1024]; };
static struct unsynced *unsynced;

enum change { CREATED, RENAMED, UNLINKED, MADE, REMOVED };
struct named { struct named *before; enum change change; char from[PATH_MAX], to[PATH_MAX], kept[PATH_MAX]; };
static struct named *named;
static unsigned spares;

static struct unsynced *unsynced_of(int fd, int make)
{
	struct stat64 stat;
	if (fstat64(fd, &stat) || !S_ISREG(stat.st_mode))
		return NULL;
	for (struct unsynced *one = unsynced; one; one = one->next)
		if (one->device == stat.st_dev && one->inode == stat.st_ino)
			return one;
	char self[64];
	snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
	int own = make ? real_open64(self, O_RDWR | O_CLOEXEC) : -1;
	if (own < 0)
		return NULL;
	struct unsynced *one = calloc(1, sizeof *one);
	*one = (struct unsynced){.next = unsynced, .device = stat.st_dev, .inode = stat.st_ino, .fd = own, .size = stat.st_size};
	return unsynced = one;
}

/* Notes the bytes on disk of every sector that is about to change. */
static void remember(int fd, off64_t offset, off64_t length)
{
	struct unsynced *file = kind == POWER ? unsynced_of(fd, 1) : NULL;
	if (!file || length <= 0)
		return;
	for (off64_t index = offset / SECTOR; index <= (offset + length - 1) / SECTOR; index++) {
		struct sector **place = &file->table[index % 1024];
		for (; *place && (*place)->index != index; place = &(*place)->next) {}
		if (*place)
			continue;
		*place = calloc(1, sizeof **place);
		(*place)->index = index;
		ssize_t known = real_pread64(file->fd, (*place)->bytes, SECTOR, index * SECTOR);
		(*place)->known = known > 0 ? known : 0;
	}
}

static void forget(int fd)
{
	for (struct unsynced **place = &unsynced, *file = unsynced_of(fd, 0); file && *place; place = &(*place)->next) {
		if (*place != file)
			continue;
		*place = file->next;
		for (int i = 0; i < 1024; i++)
			for (struct sector *one = file->table[i], *next; one; one = next)
				next = one->next, free(one);
		real_close(file->fd);
		free(file);
		return;
	}
}

/* A second name for what is about to lose its only one. */
static void keep(const char *path, char *kept)
{
	struct stat64 stat;
	kept[0] = '\0';
	if (!spare || lstat64(path, &stat) || !S_ISREG(stat.st_mode))
		return;
	snprintf(kept, PATH_MAX, "%s/%u", spare, spares++);
	if (link(path, kept))
		kept[0] = '\0';
}

/* To be called before the change is made; taken back by `unname` when it fails. */
static void name(enum change change, const char *from, const char *to)
{
	if (kind != POWER)
		return;
	struct named *one = calloc(1, sizeof *one);
	one->before = named;
	one->change = change;
	snprintf(one->from, PATH_MAX, "%s", from);
	snprintf(one->to, PATH_MAX, "%s", to ? to : "");
	if (change == RENAMED)
		keep(to, one->kept);
	if (change == UNLINKED)
		keep(from, one->kept);
	named = one;
}

static void unname(int failed)
{
	if (kind != POWER || !failed || !named)
		return;
	struct named *one = named;
	named = one->before;
	free(one);
}

static int is_in(const char *path, const char *folder)
{
	const char *slash = strrchr(path, '/');
	size_t length = strlen(folder);
	return slash && (size_t)(slash - path) == length && !strncmp(path, folder, length);
}

/* The names in a folder are on disk. */
static void forget_names(const char *folder)
{
	for (struct named **place = &named; *place;) {
		struct named *one = *place;
		if (is_in(one->from, folder) && (!one->to[0] || is_in(one->to, folder))) {
			*place = one->before;
			free(one);
		} else {
			place = &one->before;
		}
	}
}

static void cut_power(void)
{
	for (struct unsynced *file = unsynced; file; file = file->next) {
		struct stat64 stat;
		if (fstat64(file->fd, &stat))
			continue;
		int old_size = stat.st_size != file->size && roll() % 2;
		if (old_size)
			real_ftruncate64(file->fd, file->size);
		for (int i = 0; i < 1024; i++) {
			for (struct sector *one = file->table[i]; one; one = one->next) {
				off64_t start = one->index * SECTOR;
				int lost = old_size && start + SECTOR > stat.st_size;
				if (!lost && roll() % 2)
					continue;
				off64_t end = (old_size ? file->size : stat.st_size) - start;
				size_t bytes = end < 0 ? 0 : end > SECTOR ? SECTOR : (size_t)end;
				real_pwrite64(file->fd, one->bytes, bytes, start);
			}
		}
	}
	/* Names reach the disk in order: some of the last are lost. */
	uint64_t count = 0;
	for (struct named *one = named; one; one = one->before)
		count++;
	uint64_t lost = roll() % (count + 1);
	for (struct named *one = named; one && lost; one = one->before, lost--) {
		char away[PATH_MAX];
		switch (one->change) {
		case CREATED:
			real_unlink(one->from);
			break;
		case RENAMED:
			real_rename(one->to, one->from);
			if (one->kept[0])
				real_rename(one->kept, one->to);
			break;
		case UNLINKED:
			if (one->kept[0])
				real_rename(one->kept, one->from);
			break;
		case MADE:
			snprintf(away, sizeof away, "%s/%u", spare, spares++);
			real_rename(one->from, away);
			break;
		case REMOVED:
			real_mkdir(one->from, 0777);
			break;
		}
	}
	die();
}

/* One more changing call. What comes back is to be done around it; `FULL` stands for a failure, with errno set. */
static enum kind next(int needs_room)
{
	uint64_t number = ++shared->changes;
	if (kind == FULL && number >= at && needs_room) {
		shared->happened = 1;
		errno = ENOSPC;
		return FULL;
	}
	if (number != at || kind == FULL || kind == UNREAD || kind == NOTHING)
		return NOTHING;
	shared->happened = 1;
	if (kind == EIO_ONCE || kind == ENOSPC_ONCE) {
		errno = kind == EIO_ONCE ? EIO : ENOSPC;
		return FULL;
	}
	if (kind == BEFORE)
		die();
	return kind;
}

static int done(enum kind what, int result)
{
	if (what == AFTER || what == TORN)
		die();
	if (what == POWER)
		cut_power();
	return leave(result);
}

/* The calls. */

static int opening(const char *path, int flags, mode_t mode)
{
	enter();
	if (!ours(path))
		return leave(real_open64(path, flags, mode));
	enum kind what = NOTHING;
	struct stat64 stat;
	int is_new = 0;
	if ((flags & O_ACCMODE) != O_RDONLY || flags & O_CREAT) {
		what = next((flags & O_CREAT) != 0);
		if (what == FULL)
			return leave(-1);
		is_new = flags & O_CREAT && stat64(path, &stat);
		int old = !is_new && flags & O_TRUNC && kind == POWER ? real_open64(path, O_RDWR | O_CLOEXEC) : -1;
		if (old >= 0) {
			if (!fstat64(old, &stat))
				remember(old, 0, stat.st_size);
			real_close(old);
		}
	}
	int fd = real_open64(path, flags, mode);
	if (fd >= 0 && fd < DESCRIPTORS)
		paths[fd] = strdup(path);
	if (fd >= 0 && is_new)
		name(CREATED, path, NULL);
	return done(what, fd);
}

#define MODE_OF(flags) \
	mode_t mode = 0; \
	if ((flags) & (O_CREAT | __O_TMPFILE)) { \
		va_list list; \
		va_start(list, flags); \
		mode = va_arg(list, mode_t); \
		va_end(list); \
	}

int open64(const char *path, int flags, ...) { MODE_OF(flags) return opening(path, flags | O_LARGEFILE, mode); }
int open(const char *path, int flags, ...) { MODE_OF(flags) return opening(path, flags, mode); }

/* A path from a folder's descriptor; as it is when it needs none. */
static const char *whole(int folder, const char *path, char *place)
{
	const char *start = folder == AT_FDCWD || path[0] == '/' ? NULL : tracked(folder);
	if (!start)
		return path;
	snprintf(place, PATH_MAX, "%s/%s", start, path);
	return place;
}

int openat64(int folder, const char *path, int flags, ...)
{
	MODE_OF(flags)
	char place[PATH_MAX];
	pthread_once(&once, begin);
	path = whole(folder, path, place);
	if (folder == AT_FDCWD || path[0] == '/')
		return opening(path, flags | O_LARGEFILE, mode);
	int (*real)(int, const char *, int, ...) = (int (*)(int, const char *, int, ...))dlsym(RTLD_NEXT, "openat64");
	return real(folder, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
	MODE_OF(flags)
	return openat64(folder, path, flags, mode);
}

int close(int fd)
{
	enter();
	if (tracked(fd)) {
		free(paths[fd]);
		paths[fd] = NULL;
	}
	return leave(real_close(fd));
}

static ssize_t writing(int fd, const void *bytes, size_t count, off64_t offset, int placed)
{
	enter();
	if (!tracked(fd)) {
		/* Sockets and pipes may keep a thread waiting: not under the lock. */
		leave(0);
		return placed ? real_pwrite64(fd, bytes, count, offset) : real_write(fd, bytes, count);
	}
	enum kind what = next(1);
	if (what == FULL)
		return leave(-1);
	if ((what == SHORT || what == TORN) && count > 1)
		count /= 2;
	struct stat64 stat;
	off64_t from = placed ? offset : lseek64(fd, 0, SEEK_CUR);
	if (!placed && fcntl(fd, F_GETFL) & O_APPEND && !fstat64(fd, &stat))
		from = stat.st_size;
	remember(fd, from, (off64_t)count);
	ssize_t result = placed ? real_pwrite64(fd, bytes, count, offset) : real_write(fd, bytes, count);
	return done(what, (int)result);
}

ssize_t write(int fd, const void *bytes, size_t count) { return writing(fd, bytes, count, 0, 0); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) { return writing(fd, bytes, count, offset, 1); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) { return writing(fd, bytes, count, offset, 1); }

/* Copies between files inside the kernel: the caller falls back to reading and writing. */
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t count, unsigned flags)
{
	ssize_t (*real)(int, off64_t *, int, off64_t *, size_t, unsigned) =
		(ssize_t (*)(int, off64_t *, int, off64_t *, size_t, unsigned))dlsym(RTLD_NEXT, "copy_file_range");
	errno = ENOSYS;
	return tracked(out) || !real ? -1 : real(in, from, out, to, count, flags);
}

ssize_t sendfile64(int out, int in, off64_t *from, size_t count)
{
	ssize_t (*real)(int, int, off64_t *, size_t) = (ssize_t (*)(int, int, off64_t *, size_t))dlsym(RTLD_NEXT, "sendfile64");
	errno = ENOSYS;
	return tracked(out) || !real ? -1 : real(out, in, from, count);
}

static int unread(int fd)
{
	if (!tracked(fd))
		return 0;
	enter();
	int fails = ++shared->reads == at && kind == UNREAD;
	if (fails)
		shared->happened = 1;
	leave(0);
	errno = EIO;
	return fails;
}

ssize_t read(int fd, void *bytes, size_t count)
{
	pthread_once(&once, begin);
	return unread(fd) ? -1 : real_read(fd, bytes, count);
}

ssize_t pread64(int fd, void *bytes, size_t count, off64_t offset)
{
	pthread_once(&once, begin);
	return unread(fd) ? -1 : real_pread64(fd, bytes, count, offset);
}

ssize_t pread(int fd, void *bytes, size_t count, off_t offset) { return pread64(fd, bytes, count, offset); }

static int syncing(int fd)
{
	enter();
	const char *path = tracked(fd);
	if (!path)
		return leave(real_fsync(fd));
	enum kind what = next(0);
	if (what == FULL)
		return leave(-1);
	/* Without power nothing depends on the real disk; the tests need not wait for it. */
	if (kind == POWER) {
		forget(fd);
		forget_names(path);
	}
	return done(what, 0);
}

int fsync(int fd) { return syncing(fd); }
int fdatasync(int fd) { return syncing(fd); }

int ftruncate64(int fd, off64_t size)
{
	enter();
	if (!tracked(fd))
		return leave(real_ftruncate64(fd, size));
	enum kind what = next(0);
	if (what == FULL)
		return leave(-1);
	struct stat64 stat;
	if (!fstat64(fd, &stat)) {
		/* At least one sector, so that the size is noted. */
		off64_t from = size < stat.st_size ? size : stat.st_size;
		off64_t to = size < stat.st_size ? stat.st_size : size;
		remember(fd, from, to > from ? to - from : 1);
	}
	return done(what, real_ftruncate64(fd, size));
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int rename(const char *from, const char *to)
{
	enter();
	if (!ours(from) && !ours(to))
		return leave(real_rename(from, to));
	enum kind what = next(0);
	if (what == FULL)
		return leave(-1);
	name(RENAMED, from, to);
	int result = real_rename(from, to);
	unname(result);
	return done(what, result);
}

static int unlinking(const char *path)
{
	enter();
	if (!ours(path))
		return leave(real_unlink(path));
	enum kind what = next(0);
	if (what == FULL)
		return leave(-1);
	name(UNLINKED, path, NULL);
	int result = real_unlink(path);
	unname(result);
	return done(what, result);
}

int unlink(const char *path) { return unlinking(path); }

int mkdir(const char *path, mode_t mode)
{
	enter();
	struct stat64 stat;
	/* One that is there is no change. */
	if (!ours(path) || !stat64(path, &stat))
		return leave(real_mkdir(path, mode));
	enum kind what = next(1);
	if (what == FULL)
		return leave(-1);
	name(MADE, path, NULL);
	int result = real_mkdir(path, mode);
	unname(result);
	return done(what, result);
}

static int removing(const char *path)
{
	enter();
	if (!ours(path))
		return leave(real_rmdir(path));
	enum kind what = next(0);
	if (what == FULL)
		return leave(-1);
	name(REMOVED, path, NULL);
	int result = real_rmdir(path);
	unname(result);
	return done(what, result);
}

int rmdir(const char *path) { return removing(path); }

int unlinkat(int folder, const char *path, int flags)
{
	char place[PATH_MAX];
	pthread_once(&once, begin);
	path = whole(folder, path, place);
	if (folder == AT_FDCWD || path[0] == '/')
		return flags & AT_REMOVEDIR ? removing(path) : unlinking(path);
	int (*real)(int, const char *, int) = (int (*)(int, const char *, int))dlsym(RTLD_NEXT, "unlinkat");
	return real(folder, path, flags);
}

int clock_gettime(clockid_t which, struct timespec *time)
{
	pthread_once(&once, begin);
	if (which != CLOCK_REALTIME || !clock_seconds)
		return real_clock_gettime(which, time);
	*time = (struct timespec){.tv_sec = clock_seconds};
	return 0;
}
