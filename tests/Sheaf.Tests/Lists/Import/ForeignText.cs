using System.Text;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>Reading a text as the reader is given files.</summary>
internal static class ForeignText
{
    public static IReadOnlyList<Claim> Read(string name, string text) => ListReader.Read(name, Encoding.UTF8.GetBytes(text));

    /// <summary>The one claim of a text.</summary>
    public static Claim Only(string name, string text) => Assert.Single(Read(name, text));

    /// <summary>What a claim names: the identifier with its version, or null.</summary>
    public static string? Id(this Claim claim) => claim.Reference.Reference?.ToString();

    /// <summary>A day for comparing: <c>30.4.</c>, <c>30.4.2024</c>.</summary>
    public static string? Date(this Claim claim) => claim.Day is { } day ? $"{day.Day}.{day.Month}.{day.Year}" : null;
}
