using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Sheaf.Importing;

/// <summary>
/// A metadata snapshot as a person hands it over: a file, plain or compressed with gzip whatever its name says, or standard input.
/// </summary>
internal sealed class SnapshotFile : IDisposable
{
    /// <summary>How much of its beginning and of its end tells a file from others of the same length.</summary>
    private const int Telling = 1 << 20;

    private readonly Stream _file;

    private SnapshotFile(Stream file)
    {
        _file = file;
        var first = new byte[2];
        var count = file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        IsCompressed = first is [0x1f, 0x8b];
        Stream whole = file.CanSeek ? file : new BegunStream(first.AsMemory(0, count), file);
        if (file.CanSeek)
        {
            file.Position = 0;
        }

        Content = IsCompressed ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    public bool IsCompressed { get; }

    /// <summary>The lines, inflated.</summary>
    public Stream Content { get; }

    /// <summary>The bytes of the file itself; null where nobody knows how many will come.</summary>
    public long? Length => _file.CanSeek ? _file.Length : null;

    /// <summary>How many of them have been read; 0 where <see cref="Length"/> is null.</summary>
    public long Read => _file.CanSeek ? _file.Position : 0;

    /// <summary>Tells this file from others wherever it lies; null for a stream, of which nothing can be told before it is read.</summary>
    public string? Identity { get; private init; }

    /// <param name="path">A file, or <c>-</c> for standard input.</param>
    /// <exception cref="BadInputException">There is no such file, or it is a folder.</exception>
    public static SnapshotFile Open(string path)
    {
        if (path == "-")
        {
            return new SnapshotFile(Console.OpenStandardInput());
        }

        if (!File.Exists(path))
        {
            throw new BadInputException(
                Directory.Exists(path) ? $"{path} is a folder; import takes a file." : $"There is no file {path}.", path);
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        return new SnapshotFile(file) { Identity = file.CanSeek ? IdentityOf(file) : null };
    }

    /// <summary>Goes to a place in the lines: of a plain file at once, of a compressed one by inflating what is before it.</summary>
    /// <returns>False where the file ends before.</returns>
    public bool GoTo(long offset, CancellationToken cancellationToken)
    {
        if (!IsCompressed && Content.CanSeek)
        {
            Content.Position = offset;
            return offset <= Content.Length;
        }

        var passed = new byte[1 << 16];
        while (offset > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Content.Read(passed, 0, (int)Math.Min(offset, passed.Length));
            if (count == 0)
            {
                return false;
            }

            offset -= count;
        }

        return true;
    }

    public void Dispose()
    {
        Content.Dispose();
        _file.Dispose();
    }

    private static string IdentityOf(FileStream file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var part = new byte[(int)Math.Min(Telling, file.Length)];
        file.Position = 0;
        file.ReadExactly(part);
        hash.AppendData(part);
        file.Position = file.Length - part.Length;
        file.ReadExactly(part);
        hash.AppendData(part);
        file.Position = 0;
        return string.Create(CultureInfo.InvariantCulture, $"{file.Length} {Convert.ToHexStringLower(hash.GetHashAndReset())}");
    }

    /// <summary>A stream whose first bytes have been read already.</summary>
    private sealed class BegunStream(ReadOnlyMemory<byte> begun, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _begun = begun;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_begun.IsEmpty)
            {
                return rest.Read(buffer, offset, count);
            }

            var given = Math.Min(count, _begun.Length);
            _begun[..given].CopyTo(buffer.AsMemory(offset));
            _begun = _begun[given..];
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
