using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Drafts.Formats;

namespace Sheaf.Desk;

/// <summary>
/// The style sheet, the script and the picture of the desk: parts of the program, served under names that hold a digest of what they are,
/// so that browsers keep them for ever.
/// </summary>
internal static class DeskAssets
{
    private const string JavaScript = "text/javascript; charset=utf-8";

    private static readonly Asset Sheet = new(
        "desk", "css", "text/css; charset=utf-8",
        PageSheet.Read("Sheaf.Drafts.Formats.page.css") + PageSheet.Read("Sheaf.Formulas.formulas.css") + Own("desk.css"));

    /// <summary>One module, in three files.</summary>
    private static readonly Asset Module = new(
        "desk", "js", JavaScript, Own("desk.js") + Own("offline.js") + Own("swipe.js"));

    private static readonly Asset DraftSheet = new(
        "draft", "css", "text/css; charset=utf-8", PageSheet.Read("Sheaf.Drafts.Edited.edited.css") + Own("draft.css"));

    private static readonly Asset DraftModule = Part("draft");
    private static readonly Asset JumpModule = Part("jump");

    private static readonly Asset VotingModule = new("ballot", "js", JavaScript, Own("ballot.js"));
    private static readonly Asset Picture = new("desk", "svg", "image/svg+xml", Own("desk.svg"));
    private static readonly Asset Picture192 = new("desk-192", "png", "image/png", Bytes("desk-192.png"));
    private static readonly Asset Picture512 = new("desk-512", "png", "image/png", Bytes("desk-512.png"));

    private static readonly Asset Installed = new(
        "desk", "webmanifest", "application/manifest+json",
        Own("desk.webmanifest").Replace("./desk.svg", Picture.Path, StringComparison.Ordinal)
            .Replace("./desk-192.png", Picture192.Path, StringComparison.Ordinal)
            .Replace("./desk-512.png", Picture512.Path, StringComparison.Ordinal));

    private static readonly Asset ServiceWorker = new("worker", "js", JavaScript, Own("worker.js"));

    public static string Style => Sheet.Path;

    public static string Script => Module.Path;

    /// <summary>What the page of the draft has beside the others.</summary>
    public static string DraftStyle => DraftSheet.Path;

    public static string DraftScript => DraftModule.Path;

    /// <summary>Of the page on which readers vote, which has nothing of the editor's.</summary>
    public static string VotingScript => VotingModule.Path;

    /// <summary>What is loaded when somebody wants to go elsewhere.</summary>
    public static string JumpScript => JumpModule.Path;

    public static string Icon => Picture.Path;

    /// <summary>The picture for systems that take no SVG.</summary>
    public static string SmallPicture => Picture192.Path;

    /// <summary>What says how the desk is installed as an app.</summary>
    public static string Manifest => Installed.Path;

    public static void MapDeskAssets(this IEndpointRouteBuilder routes)
    {
        foreach (var asset in new[]
        {
            Sheet, Module, DraftSheet, DraftModule, JumpModule, VotingModule, Picture, Picture192, Picture512, Installed,
        })
        {
            routes.MapMethods(asset.Path, DeskRequest.Reading, asset.WriteAsync);
        }

        // Under one name and at the root: browsers ask for it again to see whether it has changed, and its pages are those below it.
        routes.MapMethods(DeskPaths.Worker, DeskRequest.Reading, context => ServiceWorker.WriteAsync(context, "no-cache"));
    }

    /// <summary>A module that knows the script of all pages by its name there.</summary>
    private static Asset Part(string name) => new(
        name, "js", JavaScript, Own($"{name}.js").Replace("./desk.js", Module.Path, StringComparison.Ordinal));

    private static string Own(string name) => PageSheet.Read($"Sheaf.Desk.Assets.{name}");

    private static byte[] Bytes(string name)
    {
        using var resource = typeof(DeskAssets).Assembly.GetManifestResourceStream($"Sheaf.Desk.Assets.{name}")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }

    private sealed class Asset
    {
        private readonly byte[] _plain;
        private readonly Lazy<byte[]> _brotli;
        private readonly string _type;

        public Asset(string name, string ending, string type, string text)
            : this(name, ending, type, Encoding.UTF8.GetBytes(text))
        {
        }

        public Asset(string name, string ending, string type, byte[] plain)
        {
            (_type, _plain) = (type, plain);
            _brotli = new(() => Compress(_plain));
            Path = $"{DeskPaths.Assets}/{name}-{Convert.ToHexStringLower(SHA256.HashData(_plain))[..16]}.{ending}";
        }

        public string Path { get; }

        public Task WriteAsync(HttpContext context) => WriteAsync(context, "public, max-age=31536000, immutable");

        public async Task WriteAsync(HttpContext context, string caching)
        {
            var takesBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase);
            var (headers, body) = (context.Response.Headers, takesBrotli ? _brotli.Value : _plain);
            headers.CacheControl = caching;
            headers.Vary = "Accept-Encoding";
            if (takesBrotli)
            {
                headers.ContentEncoding = "br";
            }

            context.Response.ContentType = _type;
            context.Response.ContentLength = body.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await context.Response.Body.WriteAsync(body, context.RequestAborted);
            }
        }

        private static byte[] Compress(byte[] plain)
        {
            using var compressed = new MemoryStream();
            using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
            {
                brotli.Write(plain);
            }

            return compressed.ToArray();
        }
    }
}
