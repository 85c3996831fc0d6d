using System.Text;
using Sheaf.Settings;

namespace Sheaf.Tests.Settings;

/// <summary>How <c>sheaf.json</c> may be written.</summary>
public sealed class TheWorkspacesFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-settings-").FullName;

    private string SettingsPath => Path.Combine(_folder, "sheaf.json");

    [Theory]
    [InlineData("""{ "Arxiv": { "BatchSize": 50 } }""")]
    [InlineData("""{ "Arxiv:BatchSize": "50" }""")]
    [InlineData("""{ "arxiv": { "batchsize": "50" } }""")]
    [InlineData("""{ "Sheaf": { "Arxiv": { "BatchSize": 50 } } }""")]
    [InlineData("""{ "Arxiv": { "BatchSize": 50, }, /* more to come */ }""")]
    [InlineData("""{ "Arxiv": { "BatchSize": 50 }, "Contact": null, "Serilog": { "MinimumLevel": "Debug" } }""")]
    public void The_same_can_be_said_in_several_ways(string json)
    {
        File.WriteAllText(SettingsPath, json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(50, SettingsReader.Read(_folder, []).Settings.Arxiv.BatchSize);
    }

    [Theory]
    [InlineData("{\n  \"Contact\": \"a@example.org\",\n  oops\n}", "line 3")]
    [InlineData("", "not JSON")]
    [InlineData("""{ "Contact": "\ud83d" }""", "not JSON")]
    [InlineData("""{ "\ud83d": 1 }""", "not JSON")]
    [InlineData("[ 1 ]", "in braces")]
    [InlineData("""{ "Contact": "a@example.org", "contact": "b@example.org" }""", "contact stands there twice")]
    [InlineData("""{ "Contact": ["a@example.org"] }""", "Contact must be")]
    [InlineData("""{ "Arxiv": { "BatchSize": [50] } }""", "Arxiv:BatchSize is '[50]'")]
    [InlineData("""{ "Arxiv": { "BatchSize": 5000 } }""", "Arxiv:BatchSize is 5000")]
    [InlineData("""{ "Arxiv": 3 }""", "'Arxiv'")]
    public void What_cannot_be_used_is_refused_with_its_place(string json, string complaint)
    {
        File.WriteAllText(SettingsPath, json);

        var failure = Assert.Throws<BadInputException>(() => SettingsReader.Read(_folder, []));

        Assert.Contains(complaint, failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
