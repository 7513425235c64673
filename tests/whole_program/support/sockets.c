/*
 * Writes down every socket that a program opens: loaded before libc into the real program and what it starts. A line each
 * in the file that SOCKETS names: the process, the call, the family, the address.
 *
 * Not here: calls of the kernel that go around libc.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static void note(const char *call, const char *family, const char *to, int port)
{
	const char *log = getenv("SOCKETS");
	int saved = errno, file = log ? open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600) : -1;
	char line[512];
	if (file >= 0) {
		int length = snprintf(line, sizeof line, "%s %s %s %s:%d\n", program_invocation_short_name, call, family, to, port);
		if (length > (int)sizeof line)
			length = sizeof line;
		/* A line that cannot be written is missed by the test that looks for it. */
		if (write(file, line, (size_t)length) != length)
			abort();
		close(file);
	}
	errno = saved;
}

static void note_address(const char *call, const struct sockaddr *to)
{
	char text[INET6_ADDRSTRLEN] = "?";
	if (!to)
		return;
	if (to->sa_family == AF_INET) {
		const struct sockaddr_in *in = (const void *)to;
		note(call, "inet", inet_ntop(AF_INET, &in->sin_addr, text, sizeof text), ntohs(in->sin_port));
	} else if (to->sa_family == AF_INET6) {
		const struct sockaddr_in6 *in = (const void *)to;
		note(call, "inet6", inet_ntop(AF_INET6, &in->sin6_addr, text, sizeof text), ntohs(in->sin6_port));
	} else if (to->sa_family == AF_UNIX) {
		const struct sockaddr_un *un = (const void *)to;
		note(call, "unix", un->sun_path[0] ? un->sun_path : un->sun_path + 1, 0);
	} else if (to->sa_family == AF_NETLINK) {
		note(call, "netlink", "kernel", 0);
	} else {
		note(call, "other", "?", to->sa_family);
	}
}

#define REAL(result, name, ...) \
	static result (*real)(__VA_ARGS__); \
	if (!real) \
		real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

int connect(int socket, const struct sockaddr *to, socklen_t length)
{
	REAL(int, connect, int, const struct sockaddr *, socklen_t);
	note_address("connect", to);
	return real(socket, to, length);
}

int bind(int socket, const struct sockaddr *to, socklen_t length)
{
	REAL(int, bind, int, const struct sockaddr *, socklen_t);
	note_address("bind", to);
	return real(socket, to, length);
}

ssize_t sendto(int socket, const void *bytes, size_t count, int flags, const struct sockaddr *to, socklen_t length)
{
	REAL(ssize_t, sendto, int, const void *, size_t, int, const struct sockaddr *, socklen_t);
	note_address("send", to);
	return real(socket, bytes, count, flags, to, length);
}

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found)
{
	REAL(int, getaddrinfo, const char *, const char *, const struct addrinfo *, struct addrinfo **);
	note("lookup", "name", name ? name : "", 0);
	return real(name, service, hints, found);
}
