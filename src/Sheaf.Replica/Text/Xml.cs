using System.Text.RegularExpressions;

namespace Sheaf.Replica.Text;

/// <summary>Text that XML can hold.</summary>
internal static partial class Xml
{
    /// <summary>Without the characters that no XML may have, however they are written.</summary>
    public static string Legal(string text) => Forbidden().Replace(text, "");

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Forbidden();
}
