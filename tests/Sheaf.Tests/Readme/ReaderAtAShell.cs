using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Sheaf.Replica;
using Sheaf.Settings;

namespace Sheaf.Tests.Readme;

/// <summary>Somebody who types what the README prints, in a fresh folder, with a local arXiv in place of the network.</summary>
internal sealed class ReaderAtAShell : IAsyncDisposable
{
    private readonly ReplicaServer _arxiv;

    private ReaderAtAShell(ReplicaServer arxiv)
    {
        _arxiv = arxiv;
        var program = Path.Combine(AppContext.BaseDirectory, "sheaf.dll");
        Directory.CreateDirectory(Path.Combine(Home, "bin"));
        File.WriteAllText(Path.Combine(Home, "bin", "sheaf"), $"#!/bin/sh\nexec dotnet '{program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                Path.Combine(Home, "bin", "sheaf"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Home { get; } = Directory.CreateTempSubdirectory("sheaf-readme-").FullName;

    /// <summary>The folder that is fresh.</summary>
    public string Folder => Directory.CreateDirectory(Path.Combine(Home, "here")).FullName;

    /// <summary>With a local arXiv that has the papers of the demo.</summary>
    public static async Task<ReaderAtAShell> StartAsync(CancellationToken cancellationToken)
    {
        var demo = File.ReadLines(Path.Combine(ReferenceData.Checkout, "src", "Sheaf", "Demo", "papers.jsonl"))
            .Where(line => line.Contains("\"id\"", StringComparison.Ordinal));
        using var lines = new StringReader(string.Join('\n', demo));
        return new ReaderAtAShell(await ReplicaServer.StartAsync(Corpus.Parse(lines), new ReplicaOptions(), cancellationToken));
    }

    /// <summary>Types one line.</summary>
    public async Task<CommandResult> TypeAsync(string line, string? folder = null)
    {
        using var shell = Start(line, folder);
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(shell.ExitCode, await output, await error);
    }

    /// <summary>
    /// Starts the service and asks it what a line of curl asks: without curl, which not every machine has, and at a port that is free.
    /// </summary>
    /// <param name="token">The file of the token. With a local arXiv it lies in the workspace, not in the state of the user.</param>
    /// <param name="path">What is asked for.</param>
    public async Task<HttpStatusCode> AskServiceAsync(string token, string path)
    {
        var address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{ServedDesk.FreePort()}"));
        HttpStatusCode status = 0;
        await TypeAndStopAsync($"sheaf serve --set Serve:Url={address}", "The desk: ", async () =>
        {
            var gate = new Workspace(Path.Combine(Folder, "workspace")).Gate;
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(gate, token))).Trim());
            using var answer = await client.GetAsync(new Uri(address, path), TestContext.Current.CancellationToken);
            status = answer.StatusCode;
        });
        return status;
    }

    /// <summary>Types a line that goes on until it is stopped, and stops it as soon as it has said so much.</summary>
    public async Task<CommandResult> TypeAndStopAsync(string line, string said, Func<Task>? meanwhile = null)
    {
        using var shell = Start($"exec {line}", folder: null);
        var output = shell.StandardOutput.ReadToEndAsync();
        var error = "";
        while (await shell.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } next)
        {
            error += next + "\n";
            if (next.Contains(said, StringComparison.Ordinal))
            {
                try
                {
                    await (meanwhile?.Invoke() ?? Task.CompletedTask);
                }
                finally
                {
                    using var stop = Process.Start("kill", ["-INT", $"{shell.Id}"]);
                    await stop.WaitForExitAsync(TestContext.Current.CancellationToken);
                }
            }
        }

        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(shell.ExitCode, await output, error);
    }

    /// <summary>A snapshot of one paper under the name that Kaggle gives it.</summary>
    public void DownloadSnapshot()
    {
        const string paper =
            """
            {"id":"2404.00777","submitter":"A","authors":"Ada Specimen","title":"Low-rank widgets","comments":null,"journal-ref":null,
            "doi":null,"report-no":null,"categories":"cs.LG","license":null,"abstract":"  Of optimizer states.\n",
            "versions":[{"version":"v1","created":"Tue, 2 Apr 2024 12:00:00 GMT"}],"update_date":"2024-04-03",
            "authors_parsed":[["Specimen","Ada",""]]}
            """;
        using var file = new GZipStream(File.Create(Path.Combine(Folder, "arxiv-metadata-oai-snapshot.json.gz")), CompressionLevel.Fastest);
        file.Write(System.Text.Encoding.UTF8.GetBytes(paper.ReplaceLineEndings("") + "\n"));
    }

    public async ValueTask DisposeAsync()
    {
        await _arxiv.DisposeAsync();
        Directory.Delete(Home, recursive: true);
    }

    private Process Start(string line, string? folder)
    {
        var start = new ProcessStartInfo("sh", ["-c", line])
        {
            WorkingDirectory = folder ?? Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Surroundings())
        {
            start.Environment[name] = value;
        }

        var shell = Process.Start(start)!;
        shell.StandardInput.Close();
        return shell;
    }

    private Dictionary<string, string> Surroundings() => new()
    {
        ["PATH"] = $"{Path.Combine(Home, "bin")}:{Environment.GetEnvironmentVariable("PATH")}",
        ["TMPDIR"] = Home,
        ["XDG_STATE_HOME"] = Path.Combine(Home, "state"),
        ["Sheaf__Arxiv__ApiBase"] = _arxiv.ApiBase.ToString(),
        ["Sheaf__Arxiv__OaiBase"] = _arxiv.OaiBase.ToString(),
        ["Sheaf__Arxiv__SiteBase"] = _arxiv.SiteBase.ToString(),
        ["Sheaf__Arxiv__ApiInterval"] = "00:00:00.010",
        ["Sheaf__Arxiv__PageInterval"] = "00:00:00.010",
        ["Sheaf__Arxiv__BackOff"] = "00:00:00.010",
        ["Sheaf__Serve__Url"] = "http://127.0.0.1:0",
    };
}
