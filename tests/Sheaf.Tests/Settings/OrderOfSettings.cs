using System.Text.Json;
using Sheaf.Settings;

namespace Sheaf.Tests.Settings;

public sealed class OrderOfSettings : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-settings-").FullName;

    [Fact]
    public void Without_any_the_defaults_hold()
    {
        var (settings, workspace) = SettingsReader.Read(_folder, []);

        Assert.Equal(TimeSpan.FromSeconds(3), settings.Arxiv.ApiInterval);
        Assert.Equal(TimeSpan.FromSeconds(15), settings.Arxiv.PageInterval);
        Assert.Equal("America/New_York", settings.Schedule.TimeZone.Id);
        Assert.Equal(_folder, workspace.Folder);
    }

    [Fact]
    public void The_workspaces_file_is_read_and_the_command_line_goes_before_it()
    {
        File.WriteAllText(Path.Combine(_folder, "sheaf.json"), """{ "Contact": "file@example.org", "Arxiv": { "BatchSize": 50 } }""");

        var (settings, _) = SettingsReader.Read(_folder, ["Arxiv:BatchSize=20"]);

        Assert.Equal("file@example.org", settings.Arxiv.Contact);
        Assert.Equal(20, settings.Arxiv.BatchSize);
    }

    [Fact]
    public void A_misspelt_key_in_the_workspaces_file_is_named_with_the_file()
    {
        var file = Path.Combine(_folder, "sheaf.json");
        File.WriteAllText(file, """{ "Contcat": "file@example.org" }""");

        var failure = Assert.Throws<BadInputException>(() => SettingsReader.Read(_folder, []));

        Assert.Equal(file, failure.File);
        Assert.Contains("'Contcat'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_that_is_shipped_is_valid_and_changes_nothing_silently()
    {
        using var shipped = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReferenceData.Checkout, "appsettings.json")));

        Assert.Equal(JsonValueKind.Object, shipped.RootElement.GetProperty("Sheaf").ValueKind);
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));
        _ = SettingsReader.Read(_folder, []);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
