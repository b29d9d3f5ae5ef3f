; Installs the kiosk on Windows: for the machine, or with /USER for one person. /S asks nothing.
; Settings and content lie in ProgramData\Juosta and stay in an upgrade and in a removal.
Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Juosta"

Name "Juosta"
OutFile "${OUT}"
RequestExecutionLevel highest
SetCompressor lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Juosta"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Touch kiosk"
VIAddVersionKey "LegalCopyright" "EUPL 1.2"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Whose it is: everybody's, or with /USER one person's
!macro Whose
    SetRegView 64
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/USER" $R1
    ${If} ${Errors}
        SetShellVarContext all
    ${Else}
        SetShellVarContext current
    ${EndIf}
!macroend

Function .onInit
    !insertmacro Whose
    ReadRegStr $R2 SHCTX "${KEY}" "InstallLocation"
    ${If} $INSTDIR != ""
        Return
    ${EndIf}
    StrCpy $INSTDIR $R2
    ${If} $INSTDIR == ""
        StrCpy $INSTDIR "$PROGRAMFILES64\Juosta"
        ClearErrors
        ${GetOptions} $R0 "/USER" $R1
        ${IfNot} ${Errors}
            StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Juosta"
        ${EndIf}
    ${EndIf}
FunctionEnd

Section
    ; Of an older version nothing may stay that the newer one would read
    RMDir /r "$INSTDIR\_internal"
    SetOutPath "$INSTDIR"
    File /r "${PROGRAM}\*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    WriteRegStr SHCTX "${KEY}" "DisplayName" "Juosta"
    WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${KEY}" "Publisher" "Juosta"
    WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    CreateShortcut "$SMPROGRAMS\Juosta.lnk" "$INSTDIR\kiosk.exe" "run"
SectionEnd

Function un.onInit
    SetRegView 64
    SetShellVarContext all
    ReadRegStr $R2 SHCTX "${KEY}" "InstallLocation"
    ${If} $R2 != $INSTDIR
        SetShellVarContext current
    ${EndIf}
FunctionEnd

Section "Uninstall"
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\kiosk.exe"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Juosta.lnk"
    DeleteRegKey SHCTX "${KEY}"
SectionEnd
