namespace Sheaf.Checking;

/// <summary>What must not stay in a draft.</summary>
internal static class DraftRules
{
    private const string SuggestionMark = "<!-- suggested -->";

    public static IEnumerable<Finding> Of(CheckedFile file)
    {
        if (file.Kind != FileKind.Draft || TextLines.Of(file.Content) is not { } lines)
        {
            return [];
        }

        return lines.All.Where(line => line.Text.Contains(SuggestionMark, StringComparison.Ordinal)).Select(line => Left(file, line.Number));
    }

    private static Finding Left(CheckedFile file, int line)
    {
        var claim = file.Claims.LastOrDefault(claim => claim.Line <= line);
        return new Finding(
            FindingCode.SuggestedNoteLeft, file.Name, line, claim?.Reference.Reference?.Identifier.ToString(),
            "This sentence was taken from the abstract. Write your own in its place, or take the mark away if it may stay.");
    }
}
