Console.WriteLine("Sheaf");
