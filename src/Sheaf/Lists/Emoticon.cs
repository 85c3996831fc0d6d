using System.Text.RegularExpressions;

namespace Sheaf.Lists;

/// <summary>Faces made of signs, which are words of a person though every sign of them may also stand around a reference.</summary>
internal static partial class Emoticon
{
    public static bool IsIn(string text) => Faces.IsMatch(text);

    /// <summary>As <c>:-)</c>, <c>;(</c> and <c>(:</c>, with a blank on both sides.</summary>
    [GeneratedRegex(@"(?<!\S)(?:[:;=]['\-–]?[()\[\]{}|<>]+|\(['\-–]?[:;=])(?!\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Faces { get; }
}
