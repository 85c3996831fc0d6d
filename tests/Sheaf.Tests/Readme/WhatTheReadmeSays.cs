using System.Net;
using System.Text.RegularExpressions;

namespace Sheaf.Tests.Readme;

/// <summary>
/// Every command of the README and the manual works as it is printed there, and every excerpt is what the program prints.
/// </summary>
public sealed partial class WhatTheReadmeSays(ITestOutputHelper report)
{
    [Fact]
    public async Task Every_command_works_in_a_fresh_folder_and_every_excerpt_is_printed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The README's commands are for a shell.");
        await using var reader = await ReaderAtAShell.StartAsync(TestContext.Current.CancellationToken);
        reader.DownloadSnapshot();
        var (ran, demo) = (0, "");
        foreach (var command in ReadmeText.Commands.Where(command => !command.Contains("docker", StringComparison.Ordinal)))
        {
            var line = command.Replace("dotnet run --project src/Sheaf --", "sheaf", StringComparison.Ordinal)
                .Replace(" REF", " 2404.19756", StringComparison.Ordinal).Replace(" FILE", " copy.db", StringComparison.Ordinal);
            if (OfTheCheckout().Match(line) is { Success: true } build)
            {
                // To build and test the project is what is being done.
                Assert.True(Path.Exists(Path.Combine(ReferenceData.Checkout, build.Groups["path"].Value)), command);
                continue;
            }

            if (line.StartsWith("sheaf desk", StringComparison.Ordinal))
            {
                // Here no service runs, and nobody types a password: it says so.
                var refused = await reader.TypeAsync(line);
                Assert.True(refused.Exit == 2 && refused.Error.Contains("sheaf serve", StringComparison.Ordinal)
                    || refused.Error.Contains("characters", StringComparison.Ordinal), $"{command}: {refused.Error}{refused.Output}");
                ran++;
                continue;
            }

            if (line.StartsWith("curl ", StringComparison.Ordinal))
            {
                var asked = Curl().Match(line);
                Assert.True(asked.Success, line);
                Assert.Equal(HttpStatusCode.OK, await reader.AskServiceAsync(asked.Groups["token"].Value, asked.Groups["path"].Value));
                ran++;
                continue;
            }

            var serves = line == "sheaf serve" || line.EndsWith(" demo --desk", StringComparison.Ordinal);
            var answer = serves ? await reader.TypeAndStopAsync(line, "Serving ") : await reader.TypeAsync(line);

            Assert.True(
                answer.Exit is 0 or 1 || serves, $"{command} ended with {answer.Exit}: {answer.Error}{answer.Output}");
            demo = Demo().Match(answer.Output) is { Success: true } made ? made.Groups["workspace"].Value : demo;
            ran++;
        }

        report.WriteLine($"{ran} commands of the README and the manual ran.");
        Assert.InRange(ran, 20, 100);
        await ShowsExcerptsAsync(reader, demo);
    }

    private static async Task ShowsExcerptsAsync(ReaderAtAShell reader, string demo)
    {
        var list = Directory.CreateDirectory(Path.Combine(reader.Home, "list", "curated"));
        var entry =
            "* A Survey on Self-Evolution of Large Language Models by Tao, Lin, Chen, et al. (22 Apr), https://arxiv.org/abs/2404.14662\n";
        await File.WriteAllTextAsync(
            Path.Combine(list.FullName, "2024-04.md"), new string('\n', 48) + entry, TestContext.Current.CancellationToken);
        string[] printed =
        [
            await File.ReadAllTextAsync(Path.Combine(demo, "drafts", "2024-04.md"), TestContext.Current.CancellationToken),
            (await reader.TypeAsync("sheaf check --workspace .", list.Parent!.FullName)).Output,
            (await reader.TypeAsync($"sheaf suggest 2024-04 --workspace '{demo}'")).Output,
            (await reader.TypeAsync($"sheaf check 2024-04 --workspace '{demo}'")).Output,
        ];
        var whole = printed.Select(ReadmeText.OneLine).ToList();

        Assert.NotEmpty(ReadmeText.Excerpts);
        Assert.All(
            ReadmeText.Excerpts,
            excerpt => Assert.Contains(whole, text => excerpt.All(piece => text.Contains(piece, StringComparison.Ordinal))));
        Assert.Contains(whole, text => text.Contains("15 of 59 papers in your words", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(dotnet (test|publish|pack|run( -c Release)? --project)|bash) (?<path>[^ ]+)")]
    private static partial Regex OfTheCheckout();

    [GeneratedRegex(
        @"^curl -H ""Authorization: Bearer \$\(cat ~/\.local/state/sheaf/(?<token>[^ )/]+)\)"" http://127\.0\.0\.1:8017(?<path>/[^ ]+)$")]
    private static partial Regex Curl();

    [GeneratedRegex(@"sheaf status 2024-04 --workspace (?<workspace>\S+)\n")]
    private static partial Regex Demo();
}
