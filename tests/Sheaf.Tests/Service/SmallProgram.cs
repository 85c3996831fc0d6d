using System.Text.Json;

namespace Sheaf.Tests.Service;

/// <summary>Small programs to be told, and where they leave what they were told. They are for a Unix shell.</summary>
internal static class SmallProgram
{
    public static void Needs() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs that are told are shell scripts.");

    /// <summary>Appends what it is told to a file.</summary>
    public static string AppendingTo(string file) => $"sh -c \"cat >> '{file}'\"";

    /// <summary>Every notice in the file, in order.</summary>
    public static IReadOnlyList<JsonElement> Told(string file) =>
        File.Exists(file) ? [.. File.ReadAllLines(file).Select(line => JsonElement.Parse(line))] : [];

    public static string? Text(this JsonElement notice, string key) => notice.TryGetProperty(key, out var value) ? value.GetString() : null;
}
