using System.Globalization;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;

namespace Sheaf.Drafts;

/// <summary>
/// The draft of a month as a file that belongs to its editor from the first write on. A file that is not byte for byte what Sheaf last
/// wrote there holds a person's work and is never touched: neither the draft nor a text that was put beside it.
/// </summary>
public static class DraftFile
{
    /// <summary>
    /// Writes <c>2024-04.md</c>, or where a person has edited it <c>2024-04.new.md</c>, or where that is edited too <c>2024-04.new-2.md</c>,
    /// and so on. Killed at any moment, it leaves each file either as it was or as it should be, and the next run goes on from there.
    /// </summary>
    /// <param name="draftsFolder">Made if it is not there.</param>
    /// <param name="month">The issue.</param>
    /// <param name="text">The whole draft.</param>
    /// <exception cref="IOException">The draft cannot be read or written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The draft must not be read or written; it is as it was.</exception>
    public static DraftOutcome Write(string draftsFolder, Month month, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var turn = 0; ; turn++)
        {
            var file = new KeptFile(draftsFolder, NameOf(month, turn));
            if (!file.IsEdited(bytes))
            {
                var isWritten = file.Write(bytes);
                var kind = turn > 0 ? DraftOutcomeKind.Beside : isWritten ? DraftOutcomeKind.Written : DraftOutcomeKind.Unchanged;
                return new DraftOutcome(kind, file.Path);
            }
        }
    }

    private static string NameOf(Month month, int turn) => turn switch
    {
        0 => $"{month}",
        1 => $"{month}.new",
        _ => string.Create(CultureInfo.InvariantCulture, $"{month}.new-{turn}"),
    };
}
