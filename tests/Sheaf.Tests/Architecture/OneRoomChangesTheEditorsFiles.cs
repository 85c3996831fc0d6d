using System.Text.RegularExpressions;

namespace Sheaf.Tests.Architecture;

/// <summary>
/// What an editor writes, too, is replaced in one place only: every other part of the program that can write at all is named here with what
/// it writes.
/// </summary>
public sealed partial class OneRoomChangesTheEditorsFiles
{
    private static readonly string Source = Path.Combine(ReferenceData.Checkout, "src", "Sheaf");

    /// <summary>Files that may write, and why that is none of an editor's files.</summary>
    private static readonly Dictionary<string, string> Writers = new()
    {
        ["Files/WholeFile.cs"] = "prepares what replaces a file, and replaces what only Sheaf writes",
        ["Files/Replacement.cs"] = "the one place where an editor's file is replaced",
        ["Files/FileLock.cs"] = "files that are locks, into which nothing is written",
        ["Editing/EditorsFile.cs"] = "lists, refused and later papers",
        ["Editing/RecentFile.cs"] = "takes away what a change has displaced, once it has been looked at again",
        ["Ballots/BallotFile.cs"] = "votes, to which lines are added and of which nothing is taken away",
        ["Drafts/FileWithBase.cs"] = "drafts, and the bases beside them",
        ["Drafts/DraftFile.cs"] = "takes a copy away that it has made itself",
        ["Drafts/DraftStyleMemory.cs"] = "the style of a draft, beside its base: only Sheaf writes it",
        ["Publishing/IssueFiles.cs"] = "the files of an issue, which a receipt names or the editor has given up, and keeps what they held",
        ["Publishing/ReceiptFolder.cs"] = "receipts, and copies of what was replaced, in a folder of Sheaf's own",
        ["Publishing/Site/SiteFiles.cs"] = "files of a site that are new or end with Sheaf's own line",
        ["Desk/Access/DeskToken.cs"] = "what opens the desk, beside the state of the gate",
        ["Demo/DemoRun.cs"] = "a folder that is new or empty",
        ["Answers/NewWorkspace.cs"] = "the first files of a workspace, never over another",
        ["Commands/Draft/DraftCommand.cs"] = "what --output and --format name, after OutputTarget has looked at it",
        ["Commands/Doctor/DoctorCommand.cs"] = "a file that tries whether the folder can be written",
        ["Store/Backup.cs"] = "a new file, never over another",
        ["Store/DamagedStore.cs"] = "the store",
        ["Store/WritingMark.cs"] = "empty files by which a run shows that it writes to the store",
        ["Store/Runs/RunStore.cs"] = "the locks by which a run shows that it lives",
    };

    [Fact]
    public void Nothing_else_writes_files()
    {
        var writers = Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => Writing().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Source, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Writers.Keys.Order(StringComparer.Ordinal), writers);
    }

    [Theory]
    [InlineData(@"Replacement\.TryMake\(", "Ballots/BallotFile.cs", "Drafts/FileWithBase.cs", "Editing/EditorsFile.cs",
        "Editing/RecentFile.cs", "Publishing/IssueFiles.cs")]
    [InlineData(
        @"WholeFile\.Replace\(", "Commands/Draft/DraftCommand.cs", "Demo/DemoRun.cs", "Drafts/DraftStyleMemory.cs",
        "Drafts/FileWithBase.cs", "Publishing/ReceiptFolder.cs", "Publishing/Site/SiteFiles.cs")]
    public void Each_way_of_replacing_has_its_users(string call, params string[] users) => Assert.Equal(
        users, Writers.Keys.Where(file => Regex.IsMatch(File.ReadAllText(Path.Combine(Source, file)), call)).Order(StringComparer.Ordinal));

    [GeneratedRegex(
        @"\bFile\.(Write|Move|Copy|Replace|Create|Append|Delete|OpenWrite)|FileMode\.(Create|CreateNew|Truncate|Append|OpenOrCreate)\b"
        + @"|FileAccess\.(Write|ReadWrite)\b|WholeFile\.(Replace|Prepare|Create)\(|new StreamWriter\(|Replacement\.TryMake\(|\.MoveTo\(")]
    private static partial Regex Writing();
}
