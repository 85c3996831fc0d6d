namespace Sheaf.TestKit;

/// <summary>Where this machine has a Chromium.</summary>
internal static class InstalledBrowser
{
    /// <summary>Names one; set and empty it says that there is none.</summary>
    public const string Variable = "SHEAF_BROWSER";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>The program; null where there is none.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable(Variable) is { } named
        ? named.Length > 0 ? named : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name + (OperatingSystem.IsWindows() ? ".exe" : ""))))
            .FirstOrDefault(File.Exists);
}
