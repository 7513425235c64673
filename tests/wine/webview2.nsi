; For the trial of the installer only, never shipped: stands for Microsoft's offline installer of WebView2. Leaves the
; trace that the real one leaves when a user without administrator rights runs it, and where it was called from.
Target amd64-unicode
Unicode true
RequestExecutionLevel user
SilentInstall silent
OutFile "${OUT}"
Name "WebView2"
!include "FileFunc.nsh"
Section
  ${GetParameters} $0
  StrCmp $0 "/silent /install" +2
  Abort
  WriteRegStr HKCU "Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}" "pv" "${VERSION}"
SectionEnd
