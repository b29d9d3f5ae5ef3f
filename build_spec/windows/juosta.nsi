; The setup program for Windows, made by tools/windows.py: for the machine, or with /USER for one
; person. /S asks nothing. Settings and content lie in ProgramData\Juosta (one person's: in
; AppData\Local\Juosta) and stay in an upgrade; a removal asks, and with /S keeps them, without /PURGE.
;
; Exit codes: 0 done, 1 left by a person, 2 broken off; before anything is changed: 10 Windows too
; old, 11 no administrator, 12 a newer version is there, 13 the kiosk runs, 14 no room. 15 of a
; removal: not all of the machine could be given back, and the program stays; not with /FORCE. The
; words of a refusal are in TEMP\juosta-setup.txt as well.
Unicode true
Target amd64-unicode
ManifestDPIAware true
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WordFunc.nsh"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Juosta"
!define OLDEST_BUILD 17763 ; Windows 10, version 1809: what Qt asks for
!define FRESH "$INSTDIR\next"
!define KEPT "Not all that was changed for the stand could be given back. Log in as the person of the stand and start this removal there, as an administrator."

Name "Juosta"
OutFile "${OUT}"
RequestExecutionLevel highest
!ifdef QUICK
    SetCompress off
!else
    SetCompressor /SOLID lzma
    SetCompressorDictSize 16
!endif
VIProductVersion "${VERSION}.0"
VIAddVersionKey "CompanyName" "Juosta"
VIAddVersionKey "ProductName" "Juosta"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Setup of the touch kiosk Juosta"
VIAddVersionKey "LegalCopyright" "European Union Public Licence 1.2"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var Data ; the folder of settings and content
Var Options ; of the command line

!macro Note WORDS
    FileOpen $0 "$TEMP\juosta-setup.txt" w
    FileWrite $0 "${WORDS}$\r$\n"
    FileClose $0
!macroend

!macro Refuse CODE WORDS
    !insertmacro Note "${WORDS} Nothing on this computer has been changed."
    MessageBox MB_OK|MB_ICONSTOP "${WORDS}$\r$\n$\r$\nNothing on this computer has been changed." /SD IDOK
    SetErrorLevel ${CODE}
    Quit
!macroend

; A program that runs cannot be opened to be written
!macro RefuseWhileRunning NAME
    ${If} ${FileExists} "$INSTDIR\${NAME}"
        ClearErrors
        FileOpen $0 "$INSTDIR\${NAME}" a
        ${If} ${Errors}
            !insertmacro Refuse 13 "The kiosk is running. End it first: hold the mark in its corner for five seconds, type the code, leave. If it starts by itself: kiosk stand off."
        ${EndIf}
        FileClose $0
    ${EndIf}
!macroend

!macro ForTheMachine
    SetShellVarContext all
    StrCpy $Data "$APPDATA\Juosta"
!macroend

!macro ForOnePerson
    SetShellVarContext current
    StrCpy $Data "$LOCALAPPDATA\Juosta"
!macroend

Section "Juosta" KIOSK
    ; Everything is unpacked beside the old program before that is touched
    RMDir /r "${FRESH}"
    SetOutPath "${FRESH}"
    File /r "${PROGRAM}\*"
    SetOutPath "$INSTDIR"
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\kiosk.exe"
    Delete "$INSTDIR\kiosk.com"
    Delete "$INSTDIR\THIRD_PARTY.md"
    Delete "$INSTDIR\sbom.cdx.json"
    ClearErrors
    Rename "${FRESH}\_internal" "$INSTDIR\_internal"
    Rename "${FRESH}\licences" "$INSTDIR\licences"
    Rename "${FRESH}\kiosk.com" "$INSTDIR\kiosk.com"
    Rename "${FRESH}\THIRD_PARTY.md" "$INSTDIR\THIRD_PARTY.md"
    Rename "${FRESH}\sbom.cdx.json" "$INSTDIR\sbom.cdx.json"
    Rename "${FRESH}\kiosk.exe" "$INSTDIR\kiosk.exe"
    ${If} ${Errors}
        MessageBox MB_OK|MB_ICONSTOP "The new version could not be put in place. Start this setup again." /SD IDOK
        SetErrorLevel 2
        Abort
    ${EndIf}
    RMDir "${FRESH}"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    WriteRegStr SHCTX "${KEY}" "DisplayName" "Juosta"
    WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\kiosk.exe"
    WriteRegStr SHCTX "${KEY}" "Publisher" "Juosta"
    WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
    SectionGetSize ${KIOSK} $0
    WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" $0
    CreateShortcut "$SMPROGRAMS\Juosta.lnk" "$INSTDIR\kiosk.exe" "run"
SectionEnd

Function .onInit
    SetRegView 64
    ${GetParameters} $Options
    ReadRegStr $R0 HKLM "SOFTWARE\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
    ${If} $R0 < ${OLDEST_BUILD}
        !insertmacro Refuse 10 "Juosta needs Windows 10, version 1809, or a later Windows."
    ${EndIf}
    StrCpy $R1 "$PROGRAMFILES64\Juosta"
    ClearErrors
    ${GetOptions} $Options "/USER" $R0
    ${If} ${Errors}
        !insertmacro ForTheMachine
        UserInfo::GetAccountType
        Pop $R0
        ${If} $R0 != "Admin"
            !insertmacro Refuse 11 "Installing for the machine needs an administrator. Without one: start this setup with /USER."
        ${EndIf}
    ${Else}
        !insertmacro ForOnePerson
        StrCpy $R1 "$LOCALAPPDATA\Programs\Juosta"
    ${EndIf}
    ReadRegStr $R2 SHCTX "${KEY}" "InstallLocation"
    ${If} $INSTDIR == ""
        StrCpy $INSTDIR $R2
    ${EndIf}
    ${If} $INSTDIR == ""
        StrCpy $INSTDIR $R1
    ${EndIf}
    ReadRegStr $R3 SHCTX "${KEY}" "DisplayVersion"
    ${If} $R3 != ""
        ${VersionCompare} $R3 "${VERSION}" $R4
        ${If} $R4 == 1
            !insertmacro Refuse 12 "The newer version $R3 is installed; this is ${VERSION}. To go back, remove that one first: its content and settings stay."
        ${EndIf}
    ${EndIf}
    !insertmacro RefuseWhileRunning "kiosk.exe"
    !insertmacro RefuseWhileRunning "kiosk.com"
    ${GetRoot} $INSTDIR $R5
    ${DriveSpace} "$R5\" "/D=F /S=M" $R6
    SectionGetSize ${KIOSK} $R7
    IntOp $R7 $R7 / 1024
    IntOp $R7 $R7 + 20
    ${If} $R6 < $R7
        !insertmacro Refuse 14 "There is not enough room on drive $R5 ($R7 MB are needed, $R6 MB are free)."
    ${EndIf}
FunctionEnd

Function un.onInit
    SetRegView 64
    ${GetParameters} $Options
    !insertmacro ForTheMachine
    ReadRegStr $R2 SHCTX "${KEY}" "InstallLocation"
    ${If} $R2 != $INSTDIR
        !insertmacro ForOnePerson
    ${EndIf}
    !insertmacro RefuseWhileRunning "kiosk.exe"
    !insertmacro RefuseWhileRunning "kiosk.com"
FunctionEnd

Section "Uninstall"
    ; What `kiosk stand on` has changed is given back. What cannot be, because the person is not logged in,
    ; only this program could give back later, so it stays
    ${If} ${FileExists} "$Data\stand.json"
        nsExec::Exec '"$INSTDIR\kiosk.com" stand off'
        Pop $0
        ClearErrors
        ${GetOptions} $Options "/FORCE" $1
        ${If} ${Errors}
        ${AndIf} $0 != 0
            !insertmacro Note "${KEPT}"
            MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "${KEPT}$\r$\n$\r$\nRemove the program all the same?" /SD IDNO IDYES remove
            SetErrorLevel 15
            Abort "${KEPT}"
        ${EndIf}
    ${EndIf}
remove:
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\licences"
    RMDir /r "${FRESH}"
    Delete "$INSTDIR\kiosk.exe"
    Delete "$INSTDIR\kiosk.com"
    Delete "$INSTDIR\THIRD_PARTY.md"
    Delete "$INSTDIR\sbom.cdx.json"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Juosta.lnk"
    DeleteRegKey SHCTX "${KEY}"
    ClearErrors
    ${GetOptions} $Options "/PURGE" $0
    ${If} ${Errors}
        ${If} ${FileExists} "$Data\*.*"
            MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Remove the settings, the content and the statistics of this stand too?" /SD IDNO IDYES purge
        ${EndIf}
        Return
    ${EndIf}
purge:
    RMDir /r "$Data"
SectionEnd
