using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sheaf.Benchmarks.StartUp;

/// <summary>Programs as <c>dotnet publish</c> gives them for this machine.</summary>
internal static class Published
{
    private const string BareProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <InvariantGlobalization>true</InvariantGlobalization>
            <PublishReadyToRun>true</PublishReadyToRun>
            <SelfContained>false</SelfContained>
          </PropertyGroup>
        </Project>
        """;

    /// <summary>A program that writes one line.</summary>
    /// <returns>Its path.</returns>
    public static string Bare(DirectoryInfo folder)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "bare.csproj"), BareProject);
        File.WriteAllText(Path.Combine(folder.FullName, "Program.cs"), "System.Console.WriteLine(\"Hello, world.\");\n");
        return Publish(folder.FullName, folder, "bare", "--runtime", RuntimeInformation.RuntimeIdentifier);
    }

    /// <summary>Sheaf, from the folder with its sources that this is run in.</summary>
    /// <inheritdoc cref="Bare" path="/returns"/>
    public static string Sheaf(DirectoryInfo folder) => Publish(Path.Combine("src", "Sheaf"), folder, "sheaf");

    private static string Publish(string project, DirectoryInfo folder, string name, params string[] more)
    {
        var output = Path.Combine(folder.FullName, "published");
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", project, "--configuration", "Release", "--output", output, "-v", "q", .. more]))!;
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(output, OperatingSystem.IsWindows() ? $"{name}.exe" : name)
            : throw new InvalidOperationException($"{project} could not be published.");
    }
}
