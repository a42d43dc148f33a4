@echo off
rem DigitKit's launcher for Windows: builds the program on first use, then runs it.
rem After a change of sources, build again with: mvn -DskipTests package
rem   JAVA_HOME           the JDK to use (17 or later); otherwise java from the PATH
rem   DIGITKIT_JAVA_OPTS  further flags for the JVM; they win over ours, as in -Xmx1g
setlocal
set "home=%~dp0"
set "app=%home%examples\cli\target\app"
set "jar=%app%\digitkit-cli.jar"

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"

if exist "%jar%" goto run
where mvn >nul 2>nul || (echo digitkit: no mvn found: install Maven 3.8.7 or later to build the program>&2 & exit /b 1)
echo digitkit: building, this takes a minute ...>&2
if not exist "%home%examples\cli\target" mkdir "%home%examples\cli\target"
pushd "%home%"
call mvn -B -ntp -Dmaven.test.skip=true -pl examples/cli -am package >"%home%examples\cli\target\launcher-build.log" 2>&1
set "status=%errorlevel%"
popd
if not "%status%"=="0" (echo digitkit: the build failed; what Maven said is in %home%examples\cli\target\launcher-build.log>&2 & exit /b 1)

:run
set "flags=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable -Xlog:all=error:stderr"
for %%c in (recognize version) do if /i "%~1"=="%%c" set "jar=%app%\digitkit-cli-brief.jar"
for %%c in (train evaluate judge study bench serve) do if /i "%~1"=="%%c" set "flags=--add-modules jdk.incubator.vector"
rem A server should not grow with the machine: this heap is enough for 10,000 connections.
if /i "%~1"=="serve" set "flags=%flags% -Xmx320m"
"%java%" %flags% %DIGITKIT_JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%
