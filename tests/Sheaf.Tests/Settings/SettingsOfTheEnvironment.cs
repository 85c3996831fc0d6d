using System.Diagnostics;
using System.Text.Json;

namespace Sheaf.Tests.Settings;

/// <summary>Variables such as <c>Sheaf__Arxiv__BatchSize</c>, by which the image is set up: the program itself is run with them.</summary>
public sealed class SettingsOfTheEnvironment : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-settings-").FullName;

    private string Workspace => Path.Combine(_folder, "workspace");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none", "valid; no Contact is set, so arXiv cannot tell you when something goes wrong")]
    [InlineData("beside", "valid; contact beside@example.org")]
    [InlineData("beside workspace", "valid; contact workspace@example.org")]
    [InlineData("beside environment", "valid; contact environment@example.org")]
    [InlineData("beside workspace environment", "valid; contact environment@example.org")]
    [InlineData("beside workspace environment line", "valid; contact line@example.org")]
    [InlineData("environment line", "valid; contact line@example.org")]
    public async Task They_go_before_the_files_and_the_command_line_goes_before_them(string given, string expected)
    {
        var layers = given.Split(' ');
        var program = Install(layers.Contains("beside") ? """{ "Sheaf": { "Contact": "beside@example.org" } }""" : "{}");
        Directory.CreateDirectory(Workspace);
        if (layers.Contains("workspace"))
        {
            File.WriteAllText(Path.Combine(Workspace, "sheaf.json"), """{ "Contact": "workspace@example.org" }""");
        }

        var ran = await RunAsync(
            program,
            layers.Contains("environment") ? [("Sheaf__Contact", "environment@example.org")] : [],
            ["doctor", "--json", "--workspace", Workspace, .. layers.Contains("line") ? (string[])["--set=Contact=line@example.org"] : []]);

        Assert.Equal((expected, ""), (Finding(ran, "settings"), ran.Error));
    }

    [Fact]
    public async Task The_folder_of_the_workspace_is_given_so_and_an_option_goes_before_it()
    {
        var (program, other) = (Install("{}"), Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName);
        Directory.CreateDirectory(Workspace);
        (string, string)[] variables = [("Sheaf__Workspace", Workspace), ("SHEAF__contact", "environment@example.org")];

        var ran = await RunAsync(program, variables, ["doctor", "--json"]);
        var elsewhere = await RunAsync(program, variables, ["--workspace", other, "doctor", "--json"]);

        Assert.Equal(
            ($"{Workspace} can be written", $"{other} can be written", "valid; contact environment@example.org"),
            (Finding(ran, "folder"), Finding(elsewhere, "folder"), Finding(ran, "settings")));
    }

    [Theory]
    [InlineData("Sheaf__Contcat", "me@example.org", "There is no setting 'Contcat' (in the environment, as Sheaf__Contcat); the keys are ")]
    [InlineData(
        "Sheaf__Arxiv_BatchSize", "50",
        "There is no setting 'Arxiv_BatchSize' (in the environment, as Sheaf__Arxiv_BatchSize); the keys are ")]
    [InlineData(
        "Sheaf__Arxiv__BatchSize", "many",
        "Arxiv:BatchSize is 'many' (in the environment, as Sheaf__Arxiv__BatchSize), which is not a whole number.\n")]
    [InlineData(
        "Sheaf__Serve__Url", "0.0.0.0:8017",
        "Serve:Url is '0.0.0.0:8017' (in the environment, as Sheaf__Serve__Url), which is not an http address")]
    [InlineData("Sheaf__Workspace", "", "Workspace is '' (in the environment, as Sheaf__Workspace), which is not the name of a folder.\n")]
    [InlineData(
        "Sheaf__Notify__Command", "tell \"a secret",
        "Notify:Command (in the environment, as Sheaf__Notify__Command) is not a program and its arguments")]
    public async Task What_cannot_be_used_is_refused_with_the_name_of_its_variable(string variable, string value, string complaint)
    {
        var ran = await RunAsync(Install("{}"), [(variable, value)], ["status"]);

        Assert.Equal(2, ran.Exit);
        Assert.StartsWith(complaint, ran.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Finding(CommandResult ran, string check) =>
        JsonElement.Parse(ran.Output).GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("check").GetString() == check).GetProperty("message").GetString()!;

    /// <summary>The program with settings of its own beside it. What it would need to open a store is left out.</summary>
    private string Install(string appsettings)
    {
        var to = Directory.CreateDirectory(Path.Combine(_folder, "program")).FullName;
        var configuration = Path.Combine(AppContext.BaseDirectory, "sheaf.runtimeconfig.json");
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Append(configuration))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(to, "appsettings.json"), appsettings);
        return Path.Combine(to, "sheaf.dll");
    }

    private async Task<CommandResult> RunAsync(string program, (string Name, string Value)[] variables, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("Sheaf__", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        return new CommandResult(process.ExitCode, await output, await error);
    }
}
