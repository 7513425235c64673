; The installer of the Windows program: for one user, without administrator rights, in Vietnamese and English, also
; silent (/S). `cargo xtask windows` makes it and gives VERSION, SOURCE (the folder of the program), ICON, WEBVIEW2_MIN
; and OUT as absolute paths; docs/windows.md has its exit codes.
;
; Not here: the archive. Neither install, upgrade nor uninstall writes or deletes anything in its folder.

Target amd64-unicode ; as the program; what one 64-bit wine can try
Unicode true
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user
!ifdef UNPACKED ; for a trial, where nothing is gained by it
  SetCompress off
!else
  SetCompressor /SOLID lzma
!endif

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"

!define APP "Bảng Vàng"
!define EXE "bang-vang.exe"
!define LOADER "WebView2Loader.dll"
!define DATA "vn.bangvang.desktop" ; the identifier of tauri.conf.json
!define OWN_KEY "Software\Bang Vang"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Bang Vang"
!define CLASSES "Software\Classes"
!define PACKAGE "BangVang.Package"
!define EXTENSION ".bangvang"
; Where WebView2 says what is installed: for the PC (32-bit view), or for the user.
!define WEBVIEW2_KEY "Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
; The offline installer of WebView2 as Microsoft names it, beside this one.
!define WEBVIEW2_INSTALLER "MicrosoftEdgeWebView2RuntimeInstallerX64.exe"

; Exit codes, beside those of NSIS (0 done, 1 cancelled by the user, 2 failed).
!define PROGRAM_RUNS 3
!define NEWER_IS_THERE 4
!define TOO_OLD_WINDOWS 5
!define WITHOUT_WEBVIEW2 10

Name "${APP}"
BrandingText "${APP} ${VERSION}"
OutFile "${OUT}"
; Without marks: people type it at a console.
InstallDir "$LOCALAPPDATA\Programs\Bang Vang"
; An upgrade goes where the program is.
InstallDirRegKey HKCU "${OWN_KEY}" "Folder"
AllowSkipFiles off
ShowInstDetails show
ShowUninstDetails show

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
!macro VersionWords LANG DESCRIPTION
  VIAddVersionKey /LANG=${LANG} "ProductName" "${APP}"
  VIAddVersionKey /LANG=${LANG} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANG} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANG} "FileDescription" "${DESCRIPTION}"
  VIAddVersionKey /LANG=${LANG} "CompanyName" "${APP}"
  VIAddVersionKey /LANG=${LANG} "LegalCopyright" "MIT OR Apache-2.0"
!macroend

Var Archive
Var WebView2

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_WINDOWTITLE "${APP}"
!define MUI_LANGDLL_INFO "Ngôn ngữ của trình cài đặt · Language of this installer"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${OWN_KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"

!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(ArchiveStays)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TEXT "$(ArchiveStays)"
!define MUI_FINISHPAGE_TEXT_LARGE
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL
!insertmacro VersionWords ${LANG_VIETNAMESE} "Trình cài đặt ${APP}"
!insertmacro VersionWords ${LANG_ENGLISH} "${APP} installer"

!macro Text NAME VIETNAMESE ENGLISH
  LangString ${NAME} ${LANG_VIETNAMESE} "${VIETNAMESE}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!insertmacro Text WelcomeText \
  "Trình này cài ${APP} ${VERSION} cho riêng tài khoản Windows của bạn, không cần quyền quản trị và không cần mạng.$\r$\n$\r$\nNếu đã có bản cũ, bản mới thay vào đúng chỗ. Kho dữ liệu được giữ nguyên.$\r$\n$\r$\n$_CLICK" \
  "This installs ${APP} ${VERSION} for your Windows account only. It needs no administrator rights and no network.$\r$\n$\r$\nAn older version is replaced in place. Your archive stays as it is.$\r$\n$\r$\n$_CLICK"
!insertmacro Text ArchiveStays \
  "Chỉ chương trình được gỡ bỏ. Kho dữ liệu không bị đụng đến và nằm tại:$\r$\n$Archive$\r$\nCài lại ${APP} thì kho mở ra như cũ. Nếu không cần nữa, bạn tự xóa thư mục đó." \
  "Only the program is removed. Your archive is left alone; it is at:$\r$\n$Archive$\r$\nInstall ${APP} again and it opens as before. If you no longer need it, delete that folder yourself."
!insertmacro Text ProgramRuns \
  "${APP} đang chạy. Hãy đóng cửa sổ ${APP} rồi bấm Thử lại (Retry)." \
  "${APP} is running. Close its window, then choose Retry."
!insertmacro Text NewerIsThere \
  "Máy này đang có ${APP} bản $0, mới hơn bản ${VERSION} này. Kho dữ liệu có thể đã chuyển sang cấu trúc mới mà bản cũ không mở được, nên không cài đè." \
  "${APP} $0 is installed here, which is newer than this version, ${VERSION}. The archive may already have a newer structure that this version cannot open, so nothing was changed."
!insertmacro Text TooOldWindows \
  "${APP} cần Windows 10 hoặc mới hơn." \
  "${APP} needs Windows 10 or newer."
!insertmacro Text WebView2There "Microsoft Edge WebView2 $WebView2: đã có." "Microsoft Edge WebView2 $WebView2 is there."
!insertmacro Text WebView2Installing \
  "Đang cài Microsoft Edge WebView2 từ ${WEBVIEW2_INSTALLER}…" \
  "Installing Microsoft Edge WebView2 from ${WEBVIEW2_INSTALLER}…"
!insertmacro Text WebView2Missing \
  "Máy này chưa có Microsoft Edge WebView2 bản ${WEBVIEW2_MIN} trở lên, là thành phần của Windows mà ${APP} dùng để hiện cửa sổ.$\r$\n$\r$\nKhông cần mạng trên máy này: trên một máy có mạng, tải “Evergreen Standalone Installer, x64” tại$\r$\nhttps://developer.microsoft.com/microsoft-edge/webview2$\r$\nrồi chép tệp ${WEBVIEW2_INSTALLER} vào$\r$\n$EXEDIR$\r$\nvà bấm Thử lại (Retry). Bấm Hủy (Cancel) để cài WebView2 sau; từ nay đến lúc đó ${APP} chỉ chạy bằng dòng lệnh." \
  "This PC lacks Microsoft Edge WebView2 ${WEBVIEW2_MIN} or newer, the part of Windows that ${APP} shows its window with.$\r$\n$\r$\nThis PC needs no network for it: on one that has, get “Evergreen Standalone Installer, x64” from$\r$\nhttps://developer.microsoft.com/microsoft-edge/webview2$\r$\nput the file ${WEBVIEW2_INSTALLER} into$\r$\n$EXEDIR$\r$\nand choose Retry. Choose Cancel to install WebView2 later; until then ${APP} works from the command line only."
!insertmacro Text PackageName "Kho ${APP}" "${APP} archive"

Function .onInit
  ; Many officers have an English Windows; the program, too, speaks Vietnamese until it is told otherwise.
  StrCpy $LANGUAGE ${LANG_VIETNAMESE}
  !insertmacro MUI_LANGDLL_DISPLAY
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOldWindows)" /SD IDOK
    SetErrorLevel ${TOO_OLD_WINDOWS}
    Quit
  ${EndIf}
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(NewerIsThere)" /SD IDOK
      SetErrorLevel ${NEWER_IS_THERE}
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

; A running program cannot be written to: Windows refuses to open its file. The window and the command line alike.
!macro WaitUntilClosed PREFIX
  Function ${PREFIX}WaitUntilClosed
    ${DoWhile} ${FileExists} "$INSTDIR\${EXE}"
      ClearErrors
      FileOpen $0 "$INSTDIR\${EXE}" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(ProgramRuns)" /SD IDCANCEL IDRETRY +3
      SetErrorLevel ${PROGRAM_RUNS}
      Quit
    ${Loop}
  FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

; Leaves the version of WebView2 in $WebView2, or nothing when there is none that is new enough.
Function FindWebView2
  SetRegView 32
  ReadRegStr $0 HKLM "${WEBVIEW2_KEY}" "pv"
  SetRegView 64
  ReadRegStr $1 HKCU "${WEBVIEW2_KEY}" "pv"
  StrCpy $WebView2 ""
  ${If} $0 != ""
    ${VersionCompare} "$0" "${WEBVIEW2_MIN}" $2
    ${If} $2 != 2
      StrCpy $WebView2 $0
    ${EndIf}
  ${EndIf}
  ${If} $1 != ""
    ${VersionCompare} "$1" "${WEBVIEW2_MIN}" $2
    ${If} $2 != 2
      StrCpy $WebView2 $1
    ${EndIf}
  ${EndIf}
FunctionEnd

; Uses the offline installer beside this one, else says what to put there. The program is installed either way.
Function EnsureWebView2
  ${Do}
    Call FindWebView2
    ${If} $WebView2 != ""
      DetailPrint "$(WebView2There)"
      Return
    ${EndIf}
    ${If} ${FileExists} "$EXEDIR\${WEBVIEW2_INSTALLER}"
      DetailPrint "$(WebView2Installing)"
      ExecWait '"$EXEDIR\${WEBVIEW2_INSTALLER}" /silent /install'
      Call FindWebView2
      ${If} $WebView2 != ""
        DetailPrint "$(WebView2There)"
        Return
      ${EndIf}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(WebView2Missing)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel ${WITHOUT_WEBVIEW2}
    Return
  ${Loop}
FunctionEnd

Section "install"
  Call WaitUntilClosed
  SetOutPath "$INSTDIR"
  File "${SOURCE}/${LOADER}"
  File "${SOURCE}/${EXE}"
  ; A console looks for .com first, and waits for it.
  File "/oname=bang-vang.com" "${SOURCE}/bang-vang-console.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${EXE}"

  WriteRegStr HKCU "${OWN_KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${APP}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0

  WriteRegStr HKCU "${CLASSES}\${EXTENSION}" "" "${PACKAGE}"
  WriteRegStr HKCU "${CLASSES}\${PACKAGE}" "" "$(PackageName)"
  WriteRegStr HKCU "${CLASSES}\${PACKAGE}\DefaultIcon" "" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "${CLASSES}\${PACKAGE}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
  ${RefreshShellIcons}

  Call EnsureWebView2
SectionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  ReadEnvStr $Archive "BANG_VANG_ARCHIVE"
  ${If} $Archive == ""
    StrCpy $Archive "$LOCALAPPDATA\${DATA}\archive"
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\bang-vang.com"
  Delete "$INSTDIR\${LOADER}"
  Delete "$INSTDIR\uninstall.exe"
  ; Only when nothing else is in it.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${APP}.lnk"
  ; What WebView2 remembers of the window, and where it was. The archive lies beside the first and stays, and with it the
  ; password of the lock.
  RMDir /r "$LOCALAPPDATA\${DATA}\EBWebView"
  Delete "$APPDATA\${DATA}\.window-state.json"
  RMDir "$APPDATA\${DATA}"

  ReadRegStr $0 HKCU "${CLASSES}\${EXTENSION}" ""
  ${If} $0 == "${PACKAGE}"
    DeleteRegKey HKCU "${CLASSES}\${EXTENSION}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${PACKAGE}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${OWN_KEY}"
  ${RefreshShellIcons}
  DetailPrint "$(ArchiveStays)"
SectionEnd
