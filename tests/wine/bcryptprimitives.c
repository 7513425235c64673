/* For tests only, never shipped: wine before 9 lacks bcryptprimitives.dll, where Rust takes its randomness from. */
#include <windows.h>

/* advapi32's RtlGenRandom under the name that it is exported by. */
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count)
{
    while (count) {
        ULONG some = count > 0x10000000 ? 0x10000000 : (ULONG)count;
        if (!SystemFunction036(bytes, some))
            return FALSE;
        bytes += some;
        count -= some;
    }
    return TRUE;
}
