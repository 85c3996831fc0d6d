using System.Diagnostics;

namespace Sheaf.Tests.Formulas;

/// <summary>
/// The engine is there for who sets a formula alone: with one that cannot be loaded, everything else goes as ever, and a page without
/// formulas, too.
/// </summary>
public sealed class CommandsWithoutFormulas : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Do_not_load_the_engine()
    {
        var program = Install();
        await using var bench = await Workbench.StartAsync(
        [
            InventedPapers.One("2404.00001", new DateTimeOffset(2024, 4, 3, 12, 0, 0, TimeSpan.Zero), ("title", "Plain Words")),
            InventedPapers.One("2404.00002", new DateTimeOffset(2024, 4, 4, 12, 0, 0, TimeSpan.Zero), ("title", "Of $x^2$")),
        ]);
        bench.List("2024-04.md", "- 2404.00001\n");
        string[][] commands =
        [
            ["--version"], ["help"], ["harvest", "2024-04"], ["status", "2024-04"], ["draft", "2024-04"],
            ["draft", "2024-04", "--format", "html"],
            ["draft", "2024-04", "--format", "atom"], ["check", "2024-04"], ["search", "plain"],
        ];
        foreach (var command in commands)
        {
            var (exit, said) = await RunAsync(program, [.. command, .. command[0] is "--version" or "help" ? [] : bench.Options]);
            Assert.DoesNotContain("Jint", said, StringComparison.Ordinal);
            Assert.True(exit is 0 or 1, $"{string.Join(' ', command)}: {exit}\n{said}");
        }

        // It is the engine that is missing: a formula needs it.
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await RunAsync(program, ["harvest", "2024-04", .. bench.Options]);
        var (_, failed) = await RunAsync(program, ["draft", "2024-04", "--format", "html", .. bench.Options]);
        Assert.Contains("Jint", failed, StringComparison.Ordinal);
    }

    /// <summary>The program beside an engine that is none.</summary>
    private string Install()
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_folder, Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        File.WriteAllText(Path.Combine(_folder, "Jint.dll"), "none");
        return Path.Combine(_folder, "sheaf.dll");
    }

    private static async Task<(int Exit, string Said)> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
