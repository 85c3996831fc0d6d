using System.Buffers.Binary;
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
    private readonly PassedStream _passed;

    private SnapshotFile(Stream file)
    {
        _file = file;
        var first = new byte[2];
        var count = file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        IsCompressed = first is [0x1f, 0x8b];
        if (file.CanSeek)
        {
            (file.Position, count) = (0, 0);
        }

        _passed = new PassedStream(first.AsMemory(0, count), file);
        Content = IsCompressed ? new GZipStream(_passed, CompressionMode.Decompress) : _passed;
    }

    public bool IsCompressed { get; }

    /// <summary>The lines, inflated.</summary>
    public Stream Content { get; }

    /// <summary>
    /// Whether compressed data that has been read to its end is all there: the length at its end is that of the lines. GZipStream takes
    /// data that breaks off between two of its steps for whole. False also of files put together from several: the last tells its own only.
    /// </summary>
    /// <param name="length">The length of the lines, inflated.</param>
    public bool EndsAt(long length) => !IsCompressed || _passed.LastNumber == (uint)length;

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

    /// <summary>A stream whose first bytes may have been read already, and which knows its last.</summary>
    private sealed class PassedStream(ReadOnlyMemory<byte> begun, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _begun = begun;
        private uint _last;

        /// <summary>The last four bytes that were read, as a number.</summary>
        public uint LastNumber => BinaryPrimitives.ReverseEndianness(_last);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = Math.Min(count, _begun.Length);
            if (given > 0)
            {
                _begun[..given].CopyTo(buffer.AsMemory(offset));
                _begun = _begun[given..];
            }
            else
            {
                given = rest.Read(buffer, offset, count);
            }

            foreach (var passed in buffer.AsSpan(offset, given)[^Math.Min(given, sizeof(uint))..])
            {
                _last = (_last << 8) | passed;
            }

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
