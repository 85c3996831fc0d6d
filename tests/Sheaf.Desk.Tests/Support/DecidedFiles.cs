namespace Sheaf.Desk.Tests.Support;

/// <summary>What an editor decided, as it stands in her files.</summary>
/// <param name="List">The list of the month.</param>
/// <param name="Refused"><c>refused.txt</c>; empty where there is none.</param>
/// <param name="Later"><c>later.txt</c>; empty where there is none.</param>
internal sealed record DecidedFiles(string List, string Refused, string Later)
{
    public static DecidedFiles Read(Workbench bench) =>
        new(Text(bench.PathOf("curated", "2024-04.md")), Text(bench.PathOf("refused.txt")), Text(bench.PathOf("later.txt")));

    /// <summary>How the files are after a key about a paper that was undecided.</summary>
    public DecidedFiles With(string key, string paper) => key switch
    {
        "a" => this with { List = $"{List}- {paper}\n" },
        "s" => this with { List = $"{List}- {paper} ★\n" },
        "r" => this with { Refused = $"{Refused}{paper}\n" },
        "l" => this with { Later = $"{Later}{paper}\n" },
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "a, s, r or l"),
    };

    /// <summary>How often a paper is named in all of them.</summary>
    public int Count(string paper) => (List + Refused + Later).Split(paper, StringSplitOptions.None).Length - 1;

    private static string Text(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}
