"""Open Badges: what does this badge say, and is its signature mathematically right?"""
