# Windows offers the app under "Open with" for sheets. The program that opens them now stays the one of a double click:
# nothing is written to the endings' own default.

!macro offerFor ENDING
  WriteRegNone SHELL_CONTEXT "Software\Classes\${ENDING}\OpenWithProgids" "BalsongDesk.Sheet"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" "${ENDING}" ""
!macroend

!macro opensWith KEY
  WriteRegStr SHELL_CONTEXT "Software\Classes\${KEY}\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${KEY}\shell\open\command" "" '"$appExe" "%1"'
!macroend

!macro notifyShell
  # SHCNE_ASSOCCHANGED: the shell reads the offers again.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\BalsongDesk.Sheet" "" "${PRODUCT_NAME}"
  !insertmacro opensWith "BalsongDesk.Sheet"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}" "FriendlyAppName" "${PRODUCT_NAME}"
  !insertmacro opensWith "Applications\${APP_EXECUTABLE_FILENAME}"
  !insertmacro offerFor ".xlsx"
  !insertmacro offerFor ".xls"
  !insertmacro offerFor ".csv"
  !insertmacro notifyShell
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.xlsx\OpenWithProgids" "BalsongDesk.Sheet"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.xls\OpenWithProgids" "BalsongDesk.Sheet"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.csv\OpenWithProgids" "BalsongDesk.Sheet"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\BalsongDesk.Sheet"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
  !insertmacro notifyShell
!macroend
