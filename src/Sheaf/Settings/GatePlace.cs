using Sheaf.Arxiv.Politeness;

namespace Sheaf.Settings;

/// <summary>
/// Where the request gate's state lies. arXiv counts the requests of a person, not of a workspace, so all workspaces of a user share one; a
/// stand-in on this machine, as tests and trials use it, has nothing to do with arXiv and leaves its state in the workspace.
/// </summary>
internal static class GatePlace
{
    public static GateFolder Of(SheafSettings settings, Workspace workspace) =>
        new(settings.AsksArxiv ? OfUser(Environment.GetEnvironmentVariable("XDG_STATE_HOME")) : workspace.Gate);

    /// <param name="stateHome">What the environment says; heeded where it is a whole path, as its specification asks.</param>
    /// <exception cref="IOException">The user has no home, and the environment names no other place.</exception>
    internal static string OfUser(string? stateHome)
    {
        if (!OperatingSystem.IsWindows() && Path.IsPathFullyQualified(stateHome ?? ""))
        {
            return Path.Combine(stateHome!, "sheaf");
        }

        var home = Environment.GetFolderPath(
            OperatingSystem.IsWindows() ? Environment.SpecialFolder.LocalApplicationData : Environment.SpecialFolder.UserProfile,
            Environment.SpecialFolderOption.DoNotVerify);
        return home.Length == 0
            ? throw new IOException("There is no home folder to keep the state of the request gate in; name another with XDG_STATE_HOME")
            : OperatingSystem.IsWindows() ? Path.Combine(home, "sheaf") : Path.Combine(home, ".local", "state", "sheaf");
    }
}
