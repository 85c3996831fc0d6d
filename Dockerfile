# Any base will do that has bash, the time zones and the .NET SDK or the ASP.NET Core runtime of these versions.
ARG SDK_BASE=mcr.microsoft.com/dotnet/sdk:10.0
ARG BASE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${SDK_BASE} AS build
ENV DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
WORKDIR /source

# Only what decides the packages: while none of it changes, the layer with the restored packages is used again.
COPY src/Directory.Build.props src/Directory.Packages.props src/
COPY src/Sheaf.Arxiv/Sheaf.Arxiv.csproj src/Sheaf.Arxiv/packages.lock.json src/Sheaf.Arxiv/
COPY src/Sheaf.Replica/Sheaf.Replica.csproj src/Sheaf.Replica/packages.lock.json src/Sheaf.Replica/
COPY src/Sheaf/Sheaf.csproj src/Sheaf/packages.lock.json src/Sheaf/
RUN dotnet restore src/Sheaf --locked-mode

COPY .editorconfig appsettings.json ./
COPY src/ src/
RUN dotnet publish src/Sheaf --configuration Release --output /app -p:UseAppHost=false

FROM ${BASE}
# By number, so that it is the same on every base and needs no entry in its list of users.
ARG SHEAF_UID=64198
RUN mkdir /workspace && chown ${SHEAF_UID}:${SHEAF_UID} /workspace
COPY --from=build /app /app

# The workspace is the only place that is written to. What the request gate remembers ("not before") goes there too:
# lost with the container, it would let a restart forget that arXiv asked us to wait.
ENV Sheaf__Workspace=/workspace XDG_STATE_HOME=/workspace/.state
# Inside a container only: which addresses of the host lead here is said by whoever publishes the port.
# The base image's own choice of a port is taken back, else Kestrel warns that it is overridden.
ENV Sheaf__Serve__Url=http://0.0.0.0:8017 ASPNETCORE_HTTP_PORTS=""

USER ${SHEAF_UID}:${SHEAF_UID}
WORKDIR /workspace
VOLUME /workspace
EXPOSE 8017

# The service itself is asked, by the shell: the base images have neither curl nor wget.
HEALTHCHECK --interval=1m --timeout=10s --start-period=30s CMD ["/bin/bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8017 && printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]

ENTRYPOINT ["dotnet", "/app/sheaf.dll"]
CMD ["serve"]
