using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>
/// Damaged identifiers of a text at places that are made for identifiers: in a table's column of them, and behind their name,
/// <c>arxiv: 2404.1</c>.
/// </summary>
/// <param name="page">The list.</param>
/// <param name="columns">What the columns of its tables are.</param>
internal sealed partial class DamagedEntries(ListPage page, TableColumns columns)
{
    /// <summary>The damaged identifier of a line that has no reference, and the title beside it; null where there is none.</summary>
    public (FoundReference Found, string? Title)? At(int line)
    {
        if (page[line].IsBlank || page.HasReference(line))
        {
            return null;
        }

        var (found, title) = page.IsRow(line) ? (columns.DamagedIn(line), columns.TitleIn(line)) : (BehindName(page[line].Text), null);
        return found is null ? null : (found, title);
    }

    private static FoundReference? BehindName(string line) =>
        Named().Match(line) is { Success: true } named && FieldNames.RoleOf(named.Groups["name"].Value) == FieldRole.Identifier
        && IdentifierField.Damaged(named.Groups["value"].Value) is { } damaged ? damaged with { Index = named.Groups["value"].Index } : null;

    [GeneratedRegex(
        @"^[ \t]{0,40}([-*][ \t]{1,4})?[""']?(?<name>[A-Za-z][A-Za-z _-]{1,30})[""']?[ \t]{0,4}[:=][ \t]{0,4}[""']?(?<value>[0-9][^\s""'#]{2,40}?)[""']?,?[ \t]*(#.*)?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
